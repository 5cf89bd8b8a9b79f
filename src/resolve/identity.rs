//! Which mentions of a document name one thing.
//!
//! Takes: kept readings. Gives: entities with canonical name, ids and attributes, and for each
//! mention the index of its entity. Promises: one entity for a gazetteer row; for "RUSI" and
//! "Royal United Services Institute", where the text gives the initials; for "Sovfracht" and "JSC
//! Sovfracht", whose names differ by legal form; for a short form and the one longer name that it
//! begins. Refuses: to join things of different types, or across documents.

use crate::class::Class;
use crate::fold::fold_into;
use crate::judge::Judged;
use crate::kind::Kind;
use crate::knowledge::Knowledge;
use crate::knowledge::phrases::Role;
use crate::knowledge::rows::Row;
use crate::knowledge::weights::WEIGHED;
use crate::mention::Entity;
use crate::words::Words;

use super::overlap::Choice;

/// What makes two mentions the same thing, prepared for comparison.
struct Key {
    kind: Kind,
    row: Option<u32>,
    /// Folded words of the name: without legal forms, ship prefixes, quotation marks.
    name: String,
    /// Its initials, for organizations of several words.
    initials: String,
}

/// Entities of the kept readings; `entity_of[n]` is the entity of `kept[n]`.
pub fn entities(
    text: &str,
    words: &Words,
    knowledge: &Knowledge,
    judged: &[Judged],
    kept: &[Choice],
) -> (Vec<Entity>, Vec<u32>) {
    let mut entities: Vec<Entity> = Vec::new();
    let mut keys: Vec<Key> = Vec::new();
    let mut entity_of = Vec::with_capacity(kept.len());
    // Longer names first, so that a short form finds the name it is short for.
    let mut order: Vec<usize> = (0..kept.len()).collect();
    let length = |at: usize| {
        let candidate = &judged[kept[at].judged as usize].candidate;
        candidate.end - candidate.first
    };
    order.sort_by_key(|&at| (std::cmp::Reverse(length(at)), at));
    let mut found = vec![0; kept.len()];
    for &at in &order {
        let one = &judged[kept[at].judged as usize];
        let key = key(text, words, knowledge, one, kept[at].kind);
        let known = keys.iter().position(|other| same(other, &key));
        let index = known.unwrap_or_else(|| {
            entities.push(entity(text, knowledge, one, &key));
            keys.push(key);
            keys.len() - 1
        });
        found[at] = index;
    }
    // Number the entities by first mention.
    let mut number = vec![u32::MAX; entities.len()];
    let mut sorted = Vec::with_capacity(entities.len());
    for (at, &index) in found.iter().enumerate() {
        if number[index] == u32::MAX {
            number[index] = sorted.len() as u32;
            sorted.push(std::mem::take(&mut entities[index]));
        }
        sorted[number[index] as usize].mentions.push(at as u32);
        entity_of.push(number[index]);
    }
    (sorted, entity_of)
}

fn same(known: &Key, new: &Key) -> bool {
    if known.kind != new.kind {
        return false;
    }
    if let (Some(a), Some(b)) = (known.row, new.row) {
        return a == b;
    }
    if known.name == new.name {
        return true;
    }
    if known.kind != Kind::Organization {
        return false;
    }
    let short = known.name.strip_prefix(&*new.name).is_some_and(|rest| rest.starts_with(' '));
    short && new.row.is_none() || !known.initials.is_empty() && known.initials == new.name
}

fn key(text: &str, words: &Words, knowledge: &Knowledge, judged: &Judged, kind: Kind) -> Key {
    let candidate = &judged.candidate;
    let (mut first, mut end) = (candidate.first as usize, candidate.end as usize);
    let is = |at: usize, class: Class| knowledge.lexicon.classes(&words.list[at]).has(class);
    let drop = match kind {
        Kind::Organization => Some(Class::LegalForm),
        Kind::Ship => Some(Class::ShipPrefix),
        _ => None,
    };
    if let Some(class) = drop {
        while end - first > 1 && is(first, class) {
            first += 1;
        }
        while kind == Kind::Organization && end - first > 1 && is(end - 1, class) {
            end -= 1;
        }
    }
    let mut name = String::new();
    let mut initials = String::new();
    for at in first..end {
        let word = &words.list[at];
        if at > first {
            name.push(' ');
        }
        let stem = word.span().of(text);
        if kind == Kind::Weapon && at + 1 == end {
            fold_into(singular(knowledge, stem), &mut name);
        } else {
            fold_into(stem, &mut name);
        }
        if word.is_capital() && end - first > 1 && kind == Kind::Organization {
            initials.extend(stem.chars().next().into_iter().flat_map(char::to_lowercase));
        }
    }
    let column = WEIGHED.iter().position(|&weighed| weighed == kind);
    let row = column.and_then(|at| judged.rows[at]);
    Key { kind, row, name, initials }
}

/// The head noun in the singular, where the phrases know that form as well.
fn singular<'w>(knowledge: &Knowledge, word: &'w str) -> &'w str {
    ["es", "s"]
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .rev()
        .find(|stem| knowledge.phrases.is_phrase(stem, Role::HEAD))
        .unwrap_or(word)
}

/// The entity that a first mention makes.
fn entity(text: &str, knowledge: &Knowledge, judged: &Judged, key: &Key) -> Entity {
    let mut entity = Entity { kind: Some(key.kind), ..Entity::default() };
    match key.row {
        Some(row) => known(&mut entity, &knowledge.names.rows()[row as usize]),
        None if key.kind == Kind::Weapon => entity.name.clone_from(&key.name),
        None => {
            let candidate = &judged.candidate;
            let written = candidate.span.of(text);
            entity.name = written.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    entity
}

/// Fills in what the gazetteer says.
fn known(entity: &mut Entity, row: &Row) {
    entity.name = row.name.to_string();
    entity.ids = row.ids.iter().map(|id| id.to_string()).collect();
    entity.country = (!row.country.is_empty()).then(|| row.country.to_string());
    entity.position = row.position;
    for (name, value) in [("kind", &row.kind), ("calibre", &row.calibre)] {
        if !value.is_empty() {
            entity.attributes.push((name, value.to_string()));
        }
    }
}
