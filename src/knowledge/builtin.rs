//! The data files of `gazetteers/`, embedded: the one list of them.
//!
//! Takes: nothing. Gives: [`FILES`] and [`text`]. Promises: a file that is not listed here is not
//! used (a test compares the list with the folder). Refuses: unknown names.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        /// Path below `gazetteers/`, and contents.
        pub const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../gazetteers/", $path)))),*];
    };
}

files![
    "cues/aboard_words.csv",
    "cues/abroad.csv",
    "cues/abroad_only.csv",
    "cues/byline_words.csv",
    "cues/calibre_units.csv",
    "cues/class_words.csv",
    "cues/event_words.csv",
    "cues/harbour_words.csv",
    "cues/legal_forms.csv",
    "cues/name_heads.csv",
    "cues/name_words.csv",
    "cues/office_words.csv",
    "cues/org_alone.csv",
    "cues/org_apposition.csv",
    "cues/org_heads.csv",
    "cues/org_heads_lower.csv",
    "cues/org_heads_strong.csv",
    "cues/org_heads_tail.csv",
    "cues/org_pairs_lower.csv",
    "cues/owner_words.csv",
    "cues/port_words.csv",
    "cues/port_words_plural.csv",
    "cues/sea_words.csv",
    "cues/services.csv",
    "cues/ship_attributes.csv",
    "cues/ship_parts.csv",
    "cues/ship_prefixes.csv",
    "cues/ship_subject.csv",
    "cues/ship_types.csv",
    "cues/ship_types_plural.csv",
    "cues/ship_verbs.csv",
    "cues/speech_verbs.csv",
    "cues/voyage_words.csv",
    "names/organizations.csv",
    "names/ports.csv",
    "names/ships.csv",
    "names/weapons.csv",
    "rivals/first_names.csv",
    "rivals/nationalities.csv",
    "rivals/places.csv",
    "rivals/surnames.csv",
    "rivals/titles.csv",
    "weapons/model_prefixes.csv",
    "weapons/phrases.csv",
    "weights.csv",
    "words/abbreviations.csv",
    "words/and.csv",
    "words/at.csv",
    "words/auxiliaries.csv",
    "words/by.csv",
    "words/calendar.csv",
    "words/common.csv",
    "words/determiners.csv",
    "words/directions.csv",
    "words/from.csv",
    "words/in.csv",
    "words/links.csv",
    "words/person_words.csv",
    "words/prepositions.csv",
    "words/starters.csv",
    "words/to.csv",
];

/// Contents of the file of that name.
///
/// # Panics
/// Where the name is not in [`FILES`]: a slip in the tables of this crate, which tests find.
pub fn text(path: &str) -> &'static str {
    FILES.iter().find(|(name, _)| *name == path).unwrap_or_else(|| panic!("{path} is not embedded")).1
}
