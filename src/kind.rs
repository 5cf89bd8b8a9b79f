//! The table of entity types: one row per type.
//!
//! Takes: nothing. Gives: [`Kind`] and [`KINDS`]. Promises: whatever depends on the list of types
//! (`--entities`, record values, help, schema, gazetteer columns) reads this table; adding a type
//! adds a row here and its knowledge files, and touches no stage. Refuses: names that are not in
//! the table.

use std::fmt;

/// What a mention names. The five types follow the project's annotation guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A named, individual vessel of any kind.
    Ship,
    /// A named seaport, harbour, naval base or terminal, or its town where ships use it.
    Port,
    /// A named body that can act.
    Organization,
    /// A weapon, munition, weapon system or military platform other than a ship.
    Weapon,
    /// A temporal expression (TIMEX3).
    Date,
}

/// One row of the table of types.
#[derive(Debug)]
pub struct KindRow {
    /// The type.
    pub kind: Kind,
    /// Its name in records, in gazetteers and on the command line.
    pub name: &'static str,
    /// One line for help and schema.
    pub about: &'static str,
}

/// Every type, in the order in which help and tables list them.
pub const KINDS: [KindRow; 5] = [
    KindRow { kind: Kind::Ship, name: "ship", about: "a named, individual vessel" },
    KindRow {
        kind: Kind::Port,
        name: "port",
        about: "a named port, harbour, naval base or terminal, or its town where ships use it",
    },
    KindRow { kind: Kind::Organization, name: "organization", about: "a named body that can act" },
    KindRow {
        kind: Kind::Weapon,
        name: "weapon",
        about: "a weapon, munition or weapon system, named or by common noun",
    },
    KindRow { kind: Kind::Date, name: "date", about: "a date, time, duration or set of times (TIMEX3)" },
];

impl Kind {
    /// The row of this type.
    pub fn row(self) -> &'static KindRow {
        &KINDS[self as usize]
    }

    /// The name in records.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The type of that name, if there is one.
    pub fn parse(name: &str) -> Option<Kind> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A set of types: which ones a run was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Every type.
    pub const ALL: Kinds = Kinds(0b1_1111);
    /// No type.
    pub const NONE: Kinds = Kinds(0);

    /// This set and `kind`.
    #[must_use]
    pub fn with(self, kind: Kind) -> Kinds {
        Kinds(self.0 | 1 << kind as u8)
    }

    /// True where `kind` is in the set.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    /// True where the set holds a type other than [`Kind::Date`].
    pub fn has_names(self) -> bool {
        self.0 & !(1 << Kind::Date as u8) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_enum() {
        for (at, row) in KINDS.iter().enumerate() {
            assert_eq!(row.kind as usize, at);
            assert_eq!(Kind::parse(row.name), Some(row.kind));
            assert!(Kinds::ALL.has(row.kind) && !Kinds::NONE.has(row.kind));
        }
        assert_eq!(Kind::parse("vessel"), None);
    }
}
