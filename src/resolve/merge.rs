//! Dates beside names: one list of mentions, one of entities.
//!
//! Takes: findings of names, resolved dates. Gives: findings of both. Promises: mentions stay in
//! order and apart: where a date and a name cover the same characters, the longer span wins, and
//! at equal length the likelier one; dates with one value are one entity; entities are numbered by
//! first mention. Refuses: nothing.

use crate::judge::dates::Judged;
use crate::kind::Kind;
use crate::knowledge::dates::DateKnowledge;
use crate::mention::{Dropped, Entity, Findings, Mention};
use crate::words::Words;

use super::dates::Resolved;
use super::{BELOW, sentence};

/// Adds the dates of a document to its findings.
pub fn add_dates(text: &str, words: &Words, findings: &mut Findings, dates: Vec<Resolved>) {
    let names = std::mem::take(&mut findings.mentions);
    let mut entities = std::mem::take(&mut findings.entities);
    let named = entities.len() as u32;
    let mut all: Vec<Mention> = Vec::with_capacity(names.len() + dates.len());
    let mut names = names.into_iter().peekable();
    for date in dates {
        while let Some(name) = names.next_if(|name| name.span.start < date.span.start) {
            push(&mut all, name);
        }
        // The value names the entity, or the words where there is none.
        let written = || date.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let name = date.timex.value.clone().unwrap_or_else(written);
        let known = entities[named as usize..].iter().position(|entity| entity.name == name);
        let entity = known.map_or(entities.len() as u32, |at| named + at as u32);
        if known.is_none() {
            entities.push(Entity { kind: Some(Kind::Date), name, ..Entity::default() });
        }
        let first = words.list.partition_point(|word| word.start < date.span.start);
        push(
            &mut all,
            Mention {
                kind: Kind::Date,
                span: date.span,
                sentence: sentence(words, first.min(words.list.len() - 1), date.span),
                entity,
                score: date.score,
                rule: date.rule,
                timex: Some(date.timex),
                evidence: date.evidence,
            },
        );
    }
    names.for_each(|name| push(&mut all, name));
    number(findings, all, entities);
}

/// The date candidates that were not kept, where explanations were asked for.
pub fn dropped_dates(knowledge: &DateKnowledge, judged: &[Judged], explain: bool) -> Vec<Dropped> {
    let lost = judged.iter().filter(|judged| explain && !judged.kept);
    lost.map(|judged| Dropped {
        kind: Kind::Date,
        span: judged.candidate.span,
        score: judged.score,
        rule: knowledge.net.rules[judged.candidate.rule as usize].name,
        why: BELOW.to_owned(),
        evidence: judged.evidence.clone(),
    })
    .collect()
}

/// Appends `mention`, which starts no earlier than those before it, unless a longer or likelier one
/// stands in its place.
fn push(all: &mut Vec<Mention>, mention: Mention) {
    while let Some(last) = all.last().filter(|last| last.span.overlaps(mention.span)) {
        let rank = |mention: &Mention| (mention.span.len(), mention.score);
        if rank(last) >= rank(&mention) {
            return;
        }
        all.pop();
    }
    all.push(mention);
}

/// Numbers the entities by first mention, and leaves out those without any.
fn number(findings: &mut Findings, mut mentions: Vec<Mention>, mut entities: Vec<Entity>) {
    let mut new = vec![u32::MAX; entities.len()];
    for (at, mention) in mentions.iter_mut().enumerate() {
        let old = mention.entity as usize;
        if new[old] == u32::MAX {
            new[old] = findings.entities.len() as u32;
            let mut entity = std::mem::take(&mut entities[old]);
            entity.mentions.clear();
            findings.entities.push(entity);
        }
        mention.entity = new[old];
        findings.entities[new[old] as usize].mentions.push(at as u32);
    }
    findings.mentions = mentions;
}
