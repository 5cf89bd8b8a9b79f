//! Values of lengths, recurrences and references.
//!
//! Takes: the parts of an expression. Gives: ISO 8601 durations (`P2W`, `PT5H30M`, `P6.5Y`,
//! `PXM` for "several months"), sets (`XXXX-WXX-5`), references. Promises: decades and centuries
//! are written as TIDES writes them (`P1DE`, `P1CE`). Refuses: numbers that no duration holds.

use crate::timeform::{Parts, Slot, code};

/// Letters of a unit in a duration, and whether it counts time of day.
fn letters(unit: i32) -> Option<(&'static str, bool)> {
    Some(match *code::UNITS.get(usize::try_from(unit).ok()?.checked_sub(1)?)? {
        "second" => ("S", true),
        "minute" => ("M", true),
        "hour" => ("H", true),
        "day" => ("D", false),
        "night" => ("NI", false),
        "weekend" => ("WE", false),
        "week" | "fortnight" => ("W", false),
        "month" => ("M", false),
        "quarter" => ("Q", false),
        "half" => ("H", false),
        "year" => ("Y", false),
        "decade" => ("DE", false),
        "century" => ("CE", false),
        "millennium" => ("ML", false),
        _ => return None,
    })
}

/// The duration that the parts name.
pub(super) fn duration(parts: &Parts) -> Option<String> {
    let unit = parts.get(Slot::Unit)?;
    let Some((letters, clock)) = letters(unit) else { return Some("PXX".to_string()) };
    let t = if clock { "T" } else { "" };
    if parts.has(Slot::Vague) {
        return Some(format!("P{t}X{letters}"));
    }
    let fortnight = unit == code::unit("fortnight");
    let number = i64::from(parts.get(Slot::Number).unwrap_or(0)) * if fortnight { 2 } else { 1 };
    if let (Some(minutes), true) = (parts.get(Slot::Minute), clock) {
        return Some(format!("PT{number}H{minutes}M"));
    }
    if letters == "DE" && number > 1 && !parts.has(Slot::Tenths) {
        return Some(format!("P{}Y", number * 10));
    }
    Some(match (parts.get(Slot::Tenths), letters) {
        (None, _) => format!("P{t}{number}{letters}"),
        (Some(tenths), "H" | "M") if clock => {
            let smaller = if letters == "H" { "M" } else { "S" };
            match number {
                0 => format!("PT{}{smaller}", tenths * 6),
                _ => format!("PT{number}{letters}{}{smaller}", tenths * 6),
            }
        }
        (Some(tenths), _) => format!("P{t}{number}.{tenths}{letters}"),
    })
}

/// The set that the parts name.
pub(super) fn set(parts: &Parts) -> Option<String> {
    let part = |mut value: String| {
        if let Some(part) = parts.get(Slot::Part) {
            value.push('T');
            value.push_str(code::PARTS[part as usize - 1]);
        }
        value
    };
    if let Some(weekday) = parts.get(Slot::Weekday) {
        return Some(part(format!("XXXX-WXX-{weekday}")));
    }
    if let Some(month) = parts.get(Slot::Month) {
        return Some(format!("XXXX-{month:02}"));
    }
    if let Some(season) = parts.get(Slot::Season) {
        return Some(format!("XXXX-{}", code::SEASONS[season as usize - 1]));
    }
    if parts.has(Slot::Part) {
        return Some(part("XXXX-XX-XX".to_string()));
    }
    let mut counted = *parts;
    if !parts.has(Slot::Number) {
        counted.set(Slot::Number, 1);
    }
    duration(&counted)
}

/// The reference that the parts name.
pub(super) fn reference(parts: &Parts) -> Option<String> {
    let number = parts.get(Slot::Ref).unwrap_or(2);
    code::REFS.get(usize::try_from(number).ok()?.checked_sub(1)?).map(|name| (*name).to_string())
}
