//! Temporal expressions as TIMEX3 (TimeML, ISO 24617-1) defines them: plain data.
//!
//! Takes: what `find/dates` recognised and `resolve/dates` computed. Gives: [`Timex`]. Promises:
//! `first..=last` are calendar days; a value is an ISO 8601 / TIMEX3 value or absent. Refuses: to
//! hold a value that the document does not support: an expression that cannot be resolved has none.

use jiff::civil::Date;

/// The four kinds of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexKind {
    /// A calendar point or period: `2023-10-16`, `2023-W41`, `2023-Q3`, `PRESENT_REF`.
    Date,
    /// A time of day: `2023-10-16T05:30`, `2023-10-16TMO`.
    Time,
    /// A length of time: `P2M`, `PT2H`.
    Duration,
    /// A recurrence: `XXXX-WXX-5`, `P1D`.
    Set,
}

impl TimexKind {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        }
    }
}

/// A resolved temporal expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Its kind.
    pub kind: TimexKind,
    /// The TIMEX3 value; `None` where the expression is relative and nothing anchors it.
    pub value: Option<String>,
    /// First day covered, where the value names days.
    pub first: Option<Date>,
    /// Last day covered, where the value names days.
    pub last: Option<Date>,
    /// The day it was counted from, where it was relative.
    pub anchor: Option<Date>,
}
