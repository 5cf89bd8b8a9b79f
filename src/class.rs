//! The table of word classes: which file of `gazetteers/` fills which class.
//!
//! Takes: nothing. Gives: [`Class`], [`Classes`] and [`CLASSES`]. Promises: one row per class that is
//! filled from a file, and from nowhere else; the classes from [`Class::StartsName`] on are filled
//! from the names and phrases themselves. Refuses: more than 64 classes.

/// What a single word may be to the rules. A word may be of several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Ordinary word of English.
    Common,
    /// Ends with a dot within a sentence.
    Abbreviation,
    /// Month, weekday, holiday or time zone.
    Calendar,
    /// Joins the parts of a name: "of", "de", "al".
    Link,
    /// Coordinates names.
    And,
    /// Article or other determiner.
    Determiner,
    /// Preposition.
    Preposition,
    /// Given name.
    FirstName,
    /// Family name.
    Surname,
    /// Nationality, people or their adjective.
    Nationality,
    /// Honorific, rank or office of a person.
    Title,
    /// Says that a person is spoken of.
    PersonWord,
    /// Type of ship, singular.
    ShipType,
    /// Type of ship, plural.
    ShipTypes,
    /// Prefix of a ship's name.
    ShipPrefix,
    /// What ships do or suffer, among others.
    ShipVerb,
    /// What hardly anything but a ship does or suffers.
    ShipSubject,
    /// Said of a ship behind its name.
    ShipAttribute,
    /// The sentence is about ships.
    SeaWord,
    /// Facility of a port, singular.
    PortWord,
    /// Facility of a port, plural.
    PortWords,
    /// What ships and cargo do in ports.
    VoyageWord,
    /// Head noun of organizations' names.
    OrgHead,
    /// Head noun that takes an of/for tail.
    OrgHeadTail,
    /// Service written in lower case after a nationality.
    OrgHeadLower,
    /// First word of such a service.
    OrgPairLower,
    /// Head noun that names a body by itself when capitalised.
    OrgAlone,
    /// Legal form of a company.
    LegalForm,
    /// What bodies that can act do.
    SpeechVerb,
    /// Stands behind the name of a body that a person or thing belongs to.
    OfficeWord,
    /// Type of organization before or behind its name.
    OrgApposition,
    /// "owned", "managed", before "by".
    OwnerWord,
    /// "called", "named", "formerly".
    NameWord,
    /// Last word of names of laws, events and places on land.
    EventWord,
    /// Letters that begin the model number of a weapon.
    ModelPrefix,
    /// Compass direction that begins a name.
    Direction,
    /// Unit of calibre, weight or yield.
    CalibreUnit,
    /// Body that stands abroad: "embassy in", "mission to".
    Abroad,
    /// Stands between a subject and its verb.
    Auxiliary,
    /// "class" behind the name of a class of ships.
    ClassWord,
    /// First word of a byline or credit.
    BylineWord,
    /// Begins a sentence more often than a name.
    Starter,
    /// Preposition of places on land and at sea alike.
    In,
    /// Preposition of ports more than of towns.
    At,
    /// Part, people or fate of a ship, before "of".
    ShipPart,
    /// "aboard".
    Aboard,
    /// Head noun that hardly anything but an organization ends in.
    OrgHeadStrong,
    /// Body that is one only by the country it is sent to.
    AbroadOnly,
    /// "by".
    By,
    /// Facility that belongs to the name of a port.
    Harbour,
    /// "from", "between".
    From,
    /// "to", "and", "for".
    To,
    /// Lower-case word that makes a body of a person's name: "Reagan administration".
    NameHead,
    /// First word of a name in the gazetteers.
    StartsName,
    /// First word of a name that may begin in lower case.
    StartsLower,
    /// First word of a phrase of common nouns.
    StartsPhrase,
}

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Classes(pub u64);

impl Classes {
    /// The set of the classes listed.
    pub const fn of(list: &[Class]) -> Classes {
        let mut bits = 0;
        let mut at = 0;
        while at < list.len() {
            bits |= 1 << list[at] as u64;
            at += 1;
        }
        Classes(bits)
    }

    /// True where the sets share a class.
    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// True where `class` is in the set.
    pub const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u64 != 0
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct ClassRow {
    /// The class.
    pub class: Class,
    /// File of `gazetteers/` whose first column lists the words.
    pub file: &'static str,
}

/// Every class that is filled from a file, in the order of [`Class`].
pub const CLASSES: &[ClassRow] = &[
    ClassRow { class: Class::Common, file: "words/common.csv" },
    ClassRow { class: Class::Abbreviation, file: "words/abbreviations.csv" },
    ClassRow { class: Class::Calendar, file: "words/calendar.csv" },
    ClassRow { class: Class::Link, file: "words/links.csv" },
    ClassRow { class: Class::And, file: "words/and.csv" },
    ClassRow { class: Class::Determiner, file: "words/determiners.csv" },
    ClassRow { class: Class::Preposition, file: "words/prepositions.csv" },
    ClassRow { class: Class::FirstName, file: "rivals/first_names.csv" },
    ClassRow { class: Class::Surname, file: "rivals/surnames.csv" },
    ClassRow { class: Class::Nationality, file: "rivals/nationalities.csv" },
    ClassRow { class: Class::Title, file: "rivals/titles.csv" },
    ClassRow { class: Class::PersonWord, file: "words/person_words.csv" },
    ClassRow { class: Class::ShipType, file: "cues/ship_types.csv" },
    ClassRow { class: Class::ShipTypes, file: "cues/ship_types_plural.csv" },
    ClassRow { class: Class::ShipPrefix, file: "cues/ship_prefixes.csv" },
    ClassRow { class: Class::ShipVerb, file: "cues/ship_verbs.csv" },
    ClassRow { class: Class::ShipSubject, file: "cues/ship_subject.csv" },
    ClassRow { class: Class::ShipAttribute, file: "cues/ship_attributes.csv" },
    ClassRow { class: Class::SeaWord, file: "cues/sea_words.csv" },
    ClassRow { class: Class::PortWord, file: "cues/port_words.csv" },
    ClassRow { class: Class::PortWords, file: "cues/port_words_plural.csv" },
    ClassRow { class: Class::VoyageWord, file: "cues/voyage_words.csv" },
    ClassRow { class: Class::OrgHead, file: "cues/org_heads.csv" },
    ClassRow { class: Class::OrgHeadTail, file: "cues/org_heads_tail.csv" },
    ClassRow { class: Class::OrgHeadLower, file: "cues/org_heads_lower.csv" },
    ClassRow { class: Class::OrgPairLower, file: "cues/org_pairs_lower.csv" },
    ClassRow { class: Class::OrgAlone, file: "cues/org_alone.csv" },
    ClassRow { class: Class::LegalForm, file: "cues/legal_forms.csv" },
    ClassRow { class: Class::SpeechVerb, file: "cues/speech_verbs.csv" },
    ClassRow { class: Class::OfficeWord, file: "cues/office_words.csv" },
    ClassRow { class: Class::OrgApposition, file: "cues/org_apposition.csv" },
    ClassRow { class: Class::OwnerWord, file: "cues/owner_words.csv" },
    ClassRow { class: Class::NameWord, file: "cues/name_words.csv" },
    ClassRow { class: Class::EventWord, file: "cues/event_words.csv" },
    ClassRow { class: Class::ModelPrefix, file: "weapons/model_prefixes.csv" },
    ClassRow { class: Class::Direction, file: "words/directions.csv" },
    ClassRow { class: Class::CalibreUnit, file: "cues/calibre_units.csv" },
    ClassRow { class: Class::Abroad, file: "cues/abroad.csv" },
    ClassRow { class: Class::Auxiliary, file: "words/auxiliaries.csv" },
    ClassRow { class: Class::ClassWord, file: "cues/class_words.csv" },
    ClassRow { class: Class::BylineWord, file: "cues/byline_words.csv" },
    ClassRow { class: Class::Starter, file: "words/starters.csv" },
    ClassRow { class: Class::In, file: "words/in.csv" },
    ClassRow { class: Class::At, file: "words/at.csv" },
    ClassRow { class: Class::ShipPart, file: "cues/ship_parts.csv" },
    ClassRow { class: Class::Aboard, file: "cues/aboard_words.csv" },
    ClassRow { class: Class::OrgHeadStrong, file: "cues/org_heads_strong.csv" },
    ClassRow { class: Class::AbroadOnly, file: "cues/abroad_only.csv" },
    ClassRow { class: Class::By, file: "words/by.csv" },
    ClassRow { class: Class::Harbour, file: "cues/harbour_words.csv" },
    ClassRow { class: Class::From, file: "words/from.csv" },
    ClassRow { class: Class::To, file: "words/to.csv" },
    ClassRow { class: Class::NameHead, file: "cues/name_heads.csv" },
];
