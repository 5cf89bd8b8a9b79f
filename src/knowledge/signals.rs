//! The table of signals: every kind of evidence the judge knows, by name.
//!
//! Takes: nothing. Gives: [`Signal`], [`SignalSet`]. Promises: a name here is a row of
//! `gazetteers/weights.csv`, and the words a reader of an explanation sees. Refuses: more than 192
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
    GazTown => "name of a town or island in the gazetteer",
    GazRegion => "name of a country, region or water in the gazetteer",
    InsideGazetteer => "part of a longer name in the gazetteer",
    HoldsGazetteer => "holds the name of an organization in the gazetteer",
    LegalForm => "ends in a legal form",
    HeadLast => "ends in a head noun of organizations",
    HeadStrong => "ends in a head noun that hardly anything but an organization has",
    HeadTail => "head noun of organizations with its of/for tail",
    NameHead => "person's name with a word that makes a body of it",
    HeadInside => "head noun of organizations inside",
    HeadAlone => "head noun that names a body by itself",
    Acronym => "two to six capitals",
    Bracketed => "acronym in brackets behind a name",
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
    TheName => "\"the\" before a plain name, in a report about ships",
    LikelyShip => "perhaps a ship elsewhere in the report",
    LikelyPort => "perhaps a port elsewhere in the report",
    LikelyOrganization => "perhaps an organization elsewhere in the report",
    IndefiniteBefore => "\"a\" or \"an\" before",
    TitleBefore => "title or office before",
    PortOfBefore => "\"port of\" before",
    PortsListBefore => "in a list behind \"ports of\"",
    VoyageBefore => "preposition before, and what ships do in ports before that",
    InBefore => "\"in\" before",
    AtBefore => "\"at\", \"off\", \"via\" before",
    VoyageNear => "what ships do in ports directly before the preposition",
    AboardBefore => "\"aboard\", \"crew of\", \"owners of\" before",
    PlaceInBefore => "preposition of place before",
    ByOwnerBefore => "\"owned by\", \"managed by\" before",
    OrgTypeBefore => "type of organization before",
    ForBefore => "\"spokesman for\", \"analyst at\" before",
    SpeechBefore => "\"told\", \"said\" before",
    NationalityBefore => "nationality before",
    FlagBefore => "\"-flagged\", \"-registered\" before",
    NameBefore => "another name directly before",
    PortTypeBefore => "\"port\", \"harbour\" before",
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
    OwnedAfter => "\"is owned by\", \"is managed by\" behind",
    NumberAfter => "number directly behind",
    NameWordAfter => "\"formerly\", \"known as\" behind",
    TickerAfter => "ticker symbol in brackets behind",
    // The sentence.
    SeaSentence => "ships and cargo in the sentence",
    SeaSentenceMuch => "much of ships and cargo in the sentence",
    SourceLine => "agency in dateline or sign-off",
    DatelinePlace => "in the dateline",
    Byline => "in a byline or sign-off",
    FromHere => "\"from X to Y\", \"between X and Y\", with a ship in the sentence: the first",
    ToHere => "\"from X to Y\", \"left X for Y\", with a ship in the sentence: the second",
    // The document.
    SeaDocument => "the report is about ships",
    KnownShip => "a ship elsewhere in the report",
    ShortOfShip => "first or last word of a ship of the report",
    KnownPort => "a port elsewhere in the report",
    KnownPortOnly => "a port elsewhere in the report, and in no list of places",
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
    MadeHead => "noun that is a weapon with the company it has",
    MakingModifier => "modifier that makes it a weapon",
    Calibre => "calibre",
    Model => "model number",
    BlockedCompound => "another head noun behind",
    WarSentence => "other weapons in the sentence",
    WarDocument => "other weapons in the report",
    UnknownModel => "unknown capitalised word before a weapon noun",
}

/// Where a signal is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the span itself, its list entries, or how it is written.
    Inside,
    /// In the words before it.
    Left,
    /// In the words behind it.
    Right,
    /// In the sentence or the document.
    Around,
}

impl Signal {
    /// Where this signal is seen: the table stands in that order.
    pub fn side(self) -> Side {
        let at = self as usize;
        if at < Signal::ShipTypeBefore as usize || at >= Signal::StrongHead as usize {
            Side::Inside
        } else if at < Signal::ShipVerbAfter as usize {
            Side::Left
        } else if at < Signal::SeaSentence as usize {
            Side::Right
        } else {
            Side::Around
        }
    }

    /// The words of this signal: its name in weights and explanations.
    pub fn name(self) -> &'static str {
        SIGNALS[self as usize].1
    }
}

/// 64-bit words of a [`SignalSet`].
const WORDS: usize = 3;

/// A set of signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SignalSet([u64; WORDS]);

impl SignalSet {
    /// The set of the signals listed.
    pub const fn of(list: &[Signal]) -> SignalSet {
        let mut bits = [0; WORDS];
        let mut at = 0;
        while at < list.len() {
            bits[list[at] as usize / 64] |= 1 << (list[at] as usize % 64);
            at += 1;
        }
        SignalSet(bits)
    }

    /// True where the sets share a signal.
    pub fn any(self, other: SignalSet) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }

    /// True without any signal.
    pub fn is_empty(self) -> bool {
        self.0 == [0; WORDS]
    }

    /// The signals of either set.
    #[must_use]
    pub fn or(self, other: SignalSet) -> SignalSet {
        SignalSet(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    /// The signals of this set that are not in the other.
    #[must_use]
    pub fn without(self, other: SignalSet) -> SignalSet {
        SignalSet(std::array::from_fn(|at| self.0[at] & !other.0[at]))
    }

    /// Adds `signal`.
    pub fn add(&mut self, signal: Signal) {
        self.add_if(true, signal);
    }

    /// Adds `signal` where `condition` holds.
    pub fn add_if(&mut self, condition: bool, signal: Signal) {
        self.0[signal as usize / 64] |= u64::from(condition) << (signal as usize % 64);
    }

    /// True where `signal` is in the set.
    pub fn has(self, signal: Signal) -> bool {
        self.0[signal as usize / 64] & 1 << (signal as usize % 64) != 0
    }

    /// Calls `each` with the number of every signal, in order of the table.
    #[inline]
    pub fn each(self, mut each: impl FnMut(usize)) {
        for (at, mut rest) in self.0.into_iter().enumerate() {
            while rest != 0 {
                each(at * 64 + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }

    /// The signals, in order of the table.
    pub fn iter(self) -> impl Iterator<Item = Signal> {
        SIGNALS.iter().map(|&(signal, _)| signal).filter(move |&signal| self.has(signal))
    }
}
