//! The table of signals: every kind of evidence the judge knows, by name.
//!
//! Takes: nothing. Gives: [`Signal`], [`SignalSet`]. Promises: a name here is a row of
//! `gazetteers/weights.csv`, and the words a reader of an explanation sees. Refuses: more than 128
//! signals.

macro_rules! signals {
    ($($id:ident => $about:literal,)*) => {
        /// A kind of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Signal {
            $(#[doc = $about] $id,)*
        }

        /// Every signal with its words, in order.
        pub const SIGNALS: &[(Signal, &str)] = &[$((Signal::$id, $about)),*];
    };
}

signals! {
    // What the span itself says.
    GazShip => "name of a ship in the gazetteer",
    GazShipAlso => "name of a ship in the gazetteer that is commonly something else",
    GazPort => "name of a port in the gazetteer",
    GazPortAlso => "name of a port in the gazetteer that is commonly something else",
    GazOrganization => "name of an organization in the gazetteer",
    GazOrganizationAlso => "name of an organization in the gazetteer that is commonly something else",
    GazWeapon => "name of a weapon in the gazetteer",
    GazWeaponAlso => "name of a weapon in the gazetteer that is commonly something else",
    GazPlace => "name of a place in the gazetteer",
    InsideGazetteer => "part of a longer name in the gazetteer",
    HoldsGazetteer => "holds the name of an organization in the gazetteer",
    LegalForm => "ends in a legal form",
    HeadLast => "ends in a head noun of organizations",
    HeadTail => "head noun of organizations with its of/for tail",
    HeadInside => "head noun of organizations inside",
    HeadAlone => "head noun that names a body by itself",
    Acronym => "two to six capitals",
    InitialsOfName => "acronym in brackets behind the name whose initials it has",
    NameOfInitials => "followed by its initials in brackets",
    TitleFirst => "begins with a title or office",
    TitleInside => "title or office inside",
    FirstName => "begins with a given name",
    Surname => "ends in a family name",
    PersonName => "given name and family name",
    NationalityFirst => "begins with a nationality",
    NationalityOnly => "nothing but a nationality",
    PlaceFirst => "begins with the name of a place",
    CommonWord => "one word that is an ordinary word",
    AllCommon => "several words, all ordinary ones",
    SentenceStart => "first word of the sentence",
    SentenceStartCommon => "begins with an ordinary word at the start of the sentence",
    OneWord => "one word",
    TwoWords => "two words",
    ManyWords => "three words and more",
    HasNumber => "holds a number",
    MixedCase => "capitals inside a word",
    Capitals => "in a line of capitals, where case says nothing",
    TitleCase => "in a headline with capitalised words",
    Quoted => "in quotation marks",
    EventLast => "ends in the kind of a law, an event or a place on land",
    CalendarInside => "holds a month or weekday",
    PrefixFirst => "begins with the prefix of a ship's name",
    Ampersand => "holds an ampersand",
    OfTail => "of-phrase behind a word that takes none",
    CutShort => "part of a longer run of capitalised words",
    ServiceOfState => "lower-case service of state behind a nationality",
    ServiceInList => "service of state in a list after another",
    ShipTypeInside => "type of ship inside",
    PortWordLast => "ends in the facility of a port",
    PortFirst => "begins with \"Port\"",
    // What stands to the left.
    ShipTypeBefore => "type of ship before",
    ShipTypesBefore => "types of ships before, in the plural",
    ShipTypeComma => "type of ship, comma and article before",
    NameWordBefore => "\"called\", \"named\", \"formerly\" before",
    TheBefore => "\"the\" before",
    IndefiniteBefore => "\"a\" or \"an\" before",
    TitleBefore => "title or office before",
    PortOfBefore => "\"port of\" before",
    PortsListBefore => "in a list behind \"ports of\"",
    VoyageBefore => "preposition before, and what ships do in ports before that",
    PlaceInBefore => "preposition of place before",
    ByOwnerBefore => "\"owned by\", \"managed by\" before",
    OrgTypeBefore => "type of organization before",
    ForBefore => "\"spokesman for\", \"analyst at\" before",
    SpeechBefore => "\"told\", \"said\" before",
    NationalityBefore => "nationality before",
    FlagBefore => "\"-flagged\", \"-registered\" before",
    NameBefore => "another name directly before",
    ShipVerbBefore => "verb that takes ships as its object before",
    // What stands to the right.
    ShipVerbAfter => "verb that ships do behind",
    ShipSubjectAfter => "verb that hardly anything but a ship does behind",
    SpeechAfter => "verb that speakers and bodies do behind",
    PossessiveAfter => "possessive 's behind",
    OfficeAfter => "\"spokesman\", \"officials\", \"president\" behind",
    PortWordAfter => "\"port\", \"harbour\" behind",
    ShipAttributeAfter => "IMO number, flag, tonnage, hull number behind",
    CommaShipTypeAfter => "comma and type of ship behind",
    CommaOrgTypeAfter => "comma and type of organization behind",
    WeaponAfter => "weapon noun behind",
    CompoundAfter => "hyphen and lower-case word behind",
    FlaggedAfter => "\"-flagged\" behind",
    ClassAfter => "\"class\" behind",
    EventAfter => "kind of a law, an event or a place on land behind",
    CommaPlaceAfter => "comma and the name of a place behind",
    ShipTypeAfter => "type of ship behind",
    NameAfter => "another name directly behind",
    PersonAfter => "\"who\", \"he\", age or title behind",
    TickerAfter => "ticker symbol in brackets behind",
    // The sentence.
    SeaSentence => "ships and cargo in the sentence",
    SeaSentenceMuch => "much of ships and cargo in the sentence",
    DatelinePlace => "in the dateline",
    Byline => "in a byline or sign-off",
    BetweenShips => "\"between X and Y\" or \"from X to Y\" with a ship in the sentence",
    // The document.
    SeaDocument => "the report is about ships",
    KnownShip => "a ship elsewhere in the report",
    KnownPort => "a port elsewhere in the report",
    KnownOrganization => "an organization elsewhere in the report",
    KnownWeapon => "a weapon elsewhere in the report",
    KnownPerson => "a person elsewhere in the report",
    ShortOfOrganization => "short form of an organization of the report",
    InitialsOfOrganization => "initials of an organization of the report",
    HeadOfOrganization => "head noun of an organization of the report",
    ListNeighbourShip => "in a list with a ship",
    ListNeighbourPort => "in a list with a port",
    ListNeighbourOrganization => "in a list with an organization",
    // Weapons by common noun.
    StrongHead => "noun that is a weapon by itself",
    WeakHead => "noun that is a weapon only with company",
    MakingModifier => "modifier that makes it a weapon",
    Calibre => "calibre",
    Model => "model number",
    BlockedCompound => "another head noun behind",
    WarSentence => "other weapons in the sentence",
    WarDocument => "other weapons in the report",
    UnknownModel => "unknown capitalised word before a weapon noun",
}

impl Signal {
    /// The words of this signal: its name in weights and explanations.
    pub fn name(self) -> &'static str {
        SIGNALS[self as usize].1
    }
}

/// A set of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SignalSet(pub u128);

impl SignalSet {
    /// Adds `signal`.
    pub fn add(&mut self, signal: Signal) {
        self.0 |= 1 << signal as u128;
    }

    /// Adds `signal` where `condition` holds.
    pub fn add_if(&mut self, condition: bool, signal: Signal) {
        self.0 |= u128::from(condition) << signal as u128;
    }

    /// True where `signal` is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0 & 1 << signal as u128 != 0
    }

    /// The signals, in order of the table.
    pub fn iter(self) -> impl Iterator<Item = Signal> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let at = rest.trailing_zeros();
            rest &= rest - 1;
            Some(SIGNALS[at as usize].0)
        })
    }
}
