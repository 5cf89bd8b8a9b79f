//! One gazetteer row: columns to facts.
//!
//! Takes: CSV with a header (columns in any order; `type` and `name` are needed). Gives: [`Row`]s.
//! Promises: an error says file, line, column and repair, and nothing of a broken file is kept.
//! Refuses: ids without scheme, countries that are not two letters, coordinates off the globe,
//! unknown types and policies.

use crate::error::{Error, Result};
use crate::kind::Kind;

/// What a gazetteer name stands for: an entity type, or a rival reading that is never reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// One of the reported types.
    Entity(Kind),
    /// A town, country, region, sea or river.
    Place,
}

/// When a name matches, letter case being folded otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CasePolicy {
    /// Each word that is capitalised in the name is capitalised in the text.
    #[default]
    Capitalised,
    /// As written, letter by letter.
    Exact,
    /// In any letter case.
    Any,
}

/// What else a name commonly is, one bit per row of [`ALSO`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Also(pub u16);

/// The values of the column `also`, in bit order.
pub const ALSO: [&str; 11] =
    ["word", "person", "place", "company", "team", "act", "title", "ship", "weapon", "animal", "myth"];

impl Also {
    /// True where the name is said to be something else as well.
    pub fn any(self) -> bool {
        self.0 != 0
    }

    /// True where the named value is in the set.
    pub fn has(self, value: &str) -> bool {
        ALSO.iter().position(|&known| known == value).is_some_and(|bit| self.0 & 1 << bit != 0)
    }
}

/// One distinct thing of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub sense: Sense,
    /// Canonical name.
    pub name: Box<str>,
    /// Other names in use, then former ones.
    pub aliases: Vec<Box<str>>,
    /// Those of its names that [`Row::also`] speaks of; empty = all of them.
    pub weak: Vec<Box<str>>,
    /// `scheme:value`, the surest first.
    pub ids: Vec<Box<str>>,
    /// Kind within its type: `tanker`, `naval base`, `ministry`.
    pub kind: Box<str>,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: Box<str>,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
    /// Calibre of a weapon, or empty.
    pub calibre: Box<str>,
    /// Letter case.
    pub case: CasePolicy,
    /// What else its names are.
    pub also: Also,
}

/// The columns that are read; others are left alone.
#[derive(Clone, Copy)]
enum Column {
    Type,
    Name,
    Aliases,
    Former,
    Weak,
    Id,
    Kind,
    Country,
    Lat,
    Lon,
    Calibre,
    Case,
    Also,
}

/// Their names in the header, in the same order.
const COLUMNS: [&str; 13] =
    ["type", "name", "aliases", "former", "weak", "id", "kind", "country", "lat", "lon", "calibre", "case", "also"];

/// Reads a gazetteer. `sense` is the type of all rows where the file has no `type` column.
pub fn read(file: &str, csv_text: &[u8], sense: Option<Sense>, mut keep: impl FnMut(Row)) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).flexible(false).from_reader(csv_text);
    let header = reader.headers().map_err(|error| csv_error(file, &error))?.clone();
    let column = COLUMNS.map(|name| header.iter().position(|field| field.trim_start_matches('\u{feff}') == name));
    for (needed, name) in [(sense.is_none(), "type"), (true, "name")] {
        if needed && !header.iter().any(|field| field.trim_start_matches('\u{feff}') == name) {
            let what = format!("no column `{name}`");
            return Err(
                Error::new(what, "the first line must name the columns: type,name,aliases,id,...").at(file, 1, 0)
            );
        }
    }
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    while reader.read_record(&mut record).map_err(|error| csv_error(file, &error))? {
        let line = record.position().map_or(0, csv::Position::line);
        let fields = Fields { file, line, record: &record, column: &column };
        rows.push(fields.row(sense)?);
    }
    rows.into_iter().for_each(&mut keep);
    Ok(())
}

fn csv_error(file: &str, error: &csv::Error) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields where the header has {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    Error::new(what, "quote fields that hold commas, save as UTF-8").at(file, line, 0)
}

/// One record, with what is needed to say where an error stands.
struct Fields<'a> {
    file: &'a str,
    line: u64,
    record: &'a csv::StringRecord,
    column: &'a [Option<usize>; COLUMNS.len()],
}

impl Fields<'_> {
    /// 0-based field number and text of a column; empty where the file lacks it.
    fn field(&self, column: Column) -> (usize, &str) {
        self.column[column as usize].map_or((0, ""), |at| (at, self.record.get(at).unwrap_or("").trim()))
    }

    fn error(&self, at: usize, what: String, todo: impl Into<String>) -> Error {
        Error::new(what, todo).at(self.file, self.line, at as u64 + 1)
    }

    fn list(&self, column: Column) -> Vec<Box<str>> {
        self.field(column).1.split('|').map(str::trim).filter(|item| !item.is_empty()).map(Box::from).collect()
    }

    fn row(&self, sense: Option<Sense>) -> Result<Row> {
        let (at, kind) = self.field(Column::Type);
        let sense = match sense {
            Some(sense) => sense,
            None => match Kind::parse(kind) {
                Some(kind) if kind != Kind::Date => Sense::Entity(kind),
                _ => {
                    let todo = "use ship, port, organization or weapon";
                    return Err(self.error(at, format!("unknown type `{kind}`"), todo));
                }
            },
        };
        let (at, name) = self.field(Column::Name);
        if !name.chars().any(char::is_alphanumeric) {
            return Err(self.error(at, format!("`{name}` is no name"), "fill in the name, or remove the row"));
        }
        let mut aliases = self.list(Column::Aliases);
        aliases.extend(self.list(Column::Former));
        let ids = self.list(Column::Id);
        if let Some(bad) =
            ids.iter().find(|id| !id.split_once(':').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty()))
        {
            let todo = "write scheme:value, as in imo:9811000 or unlocode:NLRTM";
            return Err(self.error(self.field(Column::Id).0, format!("id `{bad}` has no scheme"), todo));
        }
        let (at, country) = self.field(Column::Country);
        let country_ok = country.is_empty() || country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        if !country_ok {
            return Err(self.error(at, format!("`{country}` is no country code"), "use ISO 3166-1 alpha-2, as in NL"));
        }
        let (at, case) = self.field(Column::Case);
        let case = match case {
            "" => CasePolicy::Capitalised,
            "exact" => CasePolicy::Exact,
            "any" => CasePolicy::Any,
            other => {
                return Err(self.error(
                    at,
                    format!("unknown case policy `{other}`"),
                    "leave it empty, or use exact or any",
                ));
            }
        };
        let (at, also_text) = self.field(Column::Also);
        let mut also = Also::default();
        for value in also_text.split('|').map(str::trim).filter(|value| !value.is_empty()) {
            match ALSO.iter().position(|&known| known == value) {
                Some(bit) => also.0 |= 1 << bit,
                None => {
                    return Err(self.error(
                        at,
                        format!("unknown value `{value}` of `also`"),
                        format!("use one of {}", ALSO.join(", ")),
                    ));
                }
            }
        }
        Ok(Row {
            sense,
            name: name.into(),
            aliases,
            weak: self.list(Column::Weak),
            ids,
            kind: self.field(Column::Kind).1.into(),
            country: country.into(),
            position: self.position()?,
            calibre: self.field(Column::Calibre).1.into(),
            case,
            also,
        })
    }

    fn position(&self) -> Result<Option<(f64, f64)>> {
        let (at, lat) = self.field(Column::Lat);
        let (lon_at, lon) = self.field(Column::Lon);
        if lat.is_empty() && lon.is_empty() {
            return Ok(None);
        }
        let number = |at: usize, text: &str, limit: f64| match text.parse::<f64>() {
            Ok(number) if number.abs() <= limit => Ok(number),
            _ => Err(self.error(
                at,
                format!("`{text}` is no coordinate"),
                format!("use decimal degrees from -{limit} to {limit}"),
            )),
        };
        Ok(Some((number(at, lat, 90.0)?, number(lon_at, lon, 180.0)?)))
    }
}
