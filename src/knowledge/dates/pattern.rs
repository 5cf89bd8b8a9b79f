//! The grammar file: rules and their patterns, parsed and checked.
//!
//! Takes: `grammar.txt`; its own head says how it is written. Gives: [`Grammar`]. Promises: a rule
//! has a form, a pattern, an example and a counter-example; every `let` name in a pattern has been
//! defined above it; `holiday` stands for the names in `holidays.csv`. Refuses: anything else,
//! with line and column.

use std::collections::HashMap;

use super::holidays::Holidays;
use crate::error::{Error, Result};
use crate::timeform::{Form, Slot, code};

/// Name of the file in errors.
pub const FILE: &str = "grammar.txt";

/// The question of rules that only keep others from matching: they need no example.
const NEVER: &str = "never";

/// What must stand before the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Between {
    /// White space.
    Space,
    /// `-`: a hyphen or dash without space.
    Hyphen,
    /// `~`: a hyphen, or white space.
    HyphenOrSpace,
    /// `,`: a comma and white space.
    Comma,
    /// `,?`: white space, with or without a comma.
    MaybeComma,
    /// `/`
    Slash,
    /// `:`
    Colon,
}

/// A pattern.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// A word of a class.
    Class(String, Option<Slot>),
    /// This word.
    Word(String),
    /// Fills a slot.
    Set(Slot, i32),
    /// What stands before the next word.
    Between(Between),
    /// A mark or the end of a sentence follows.
    Pause,
    /// One after the other.
    Sequence(Vec<Pattern>),
    /// Any one of them.
    Choice(Vec<Pattern>),
    /// It or nothing.
    Maybe(Box<Pattern>),
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// Line of its name in the file.
    pub line: u64,
    /// Its reckoning.
    pub form: Form,
    /// What every match says.
    pub says: Vec<(Slot, i32)>,
    /// Name of the question that its matches are judged by.
    pub asks: Option<&'static str>,
    /// Its patterns.
    pub patterns: Vec<Pattern>,
    /// `yes` lines: a text with the expression in brackets, and its value.
    pub yes: Vec<(&'static str, &'static str)>,
    /// `no` lines.
    pub no: Vec<&'static str>,
}

/// The rules, in the order of the file.
#[derive(Debug, Default)]
pub struct Grammar {
    /// The rules.
    pub rules: Vec<Rule>,
}

/// Reads a grammar.
///
/// # Errors
/// The first line that cannot be understood.
pub fn read(text: &'static str, holidays: &Holidays) -> Result<Grammar> {
    let mut names: HashMap<&str, Pattern> = HashMap::new();
    names.insert("holiday", holidays.pattern());
    let mut grammar = Grammar::default();
    for (line, text) in (1..).zip(text.lines()) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let (key, rest) = text.split_once(' ').unwrap_or((text, ""));
        let rest_column = key.len() as u64 + 2;
        let fail = |what: &str, todo: &str| Err(Error::new(what, todo).at(FILE, line, rest_column));
        if key == "let" {
            let Some((name, pattern)) = rest.split_once(" = ") else {
                return fail("no \" = \"", "write: let NAME = PATTERN");
            };
            let parser = Parser { names: &names, line, first_column: rest_column + name.len() as u64 + 3 };
            let pattern = parser.parse(pattern)?;
            names.insert(name, pattern);
            continue;
        }
        if key == "rule" {
            if let Some(rule) = grammar.rules.last() {
                check(rule)?;
            }
            if grammar.rules.iter().any(|rule| rule.name == rest) {
                return fail("a second rule of that name", "choose another");
            }
            grammar.rules.push(Rule {
                name: rest,
                line,
                form: Form::Calendar,
                says: Vec::new(),
                asks: None,
                patterns: Vec::new(),
                yes: Vec::new(),
                no: Vec::new(),
            });
            continue;
        }
        let Some(rule) = grammar.rules.last_mut() else { return fail("no rule yet", "start with: rule NAME") };
        match key {
            "is" => {
                let mut words = rest.split(' ');
                let name = words.next().unwrap_or("");
                let Some(form) = Form::parse(name) else { return fail("no such form", "see timeform.rs") };
                rule.form = form;
                for word in words {
                    let Some(set) = slot_value(word) else { return fail("no SLOT=VALUE", "see timeform.rs") };
                    rule.says.push(set);
                }
            }
            "asks" => rule.asks = Some(rest),
            "when" => {
                let parser = Parser { names: &names, line, first_column: rest_column };
                rule.patterns.push(parser.parse(rest)?);
            }
            "yes" => match rest.rsplit_once(" = ") {
                Some((text, value)) if text.contains('[') && text.contains(']') => rule.yes.push((text, value)),
                _ => return fail("no [words] and \" = \" value", "write: yes TEXT with [WORDS] = VALUE"),
            },
            "no" => rule.no.push(rest),
            _ => return fail("no such line", "see the head of the file"),
        }
    }
    if let Some(rule) = grammar.rules.last() {
        check(rule)?;
    }
    Ok(grammar)
}

fn check(rule: &Rule) -> Result<()> {
    let no_yes = rule.yes.is_empty() && rule.asks != Some(NEVER);
    for (missing, line) in [(rule.patterns.is_empty(), "when"), (no_yes, "yes"), (rule.no.is_empty(), "no")] {
        if missing {
            return Err(
                Error::new(format!("rule {} has no \"{line}\" line", rule.name), "add one").at(FILE, rule.line, 1)
            );
        }
    }
    Ok(())
}

fn slot_value(word: &str) -> Option<(Slot, i32)> {
    let (slot, value) = word.split_once('=')?;
    Some((Slot::parse(slot)?, value.parse().ok().or_else(|| code::of(value))?))
}

/// Reads one pattern.
struct Parser<'n> {
    names: &'n HashMap<&'static str, Pattern>,
    line: u64,
    first_column: u64,
}

impl Parser<'_> {
    fn parse(&self, text: &'static str) -> Result<Pattern> {
        let mut at = 0;
        let pattern = self.choice(text, &mut at)?;
        if at < text.len() {
            return self.fail(at, "an unmatched bracket");
        }
        Ok(pattern)
    }

    fn fail<T>(&self, at: usize, what: &str) -> Result<T> {
        let error = Error::new(what, "see the head of the file for how patterns are written");
        Err(error.at(FILE, self.line, self.first_column + at as u64))
    }

    /// Alternatives, up to a closing bracket or the end.
    fn choice(&self, text: &'static str, at: &mut usize) -> Result<Pattern> {
        let mut choices = Vec::new();
        let mut sequence = Vec::new();
        loop {
            let rest = &text[*at..];
            let word = rest.split(' ').next().unwrap_or("");
            let start = *at;
            match word {
                "" if rest.is_empty() => break,
                "]" => break,
                _ if word.starts_with(')') => break,
                "|" => {
                    choices.push(Pattern::Sequence(std::mem::take(&mut sequence)));
                    *at += word.len();
                }
                "[" | "(" => {
                    *at += 2;
                    let inner = self.choice(text, at)?;
                    let close = text[(*at).min(text.len())..].split(' ').next().unwrap_or("");
                    *at += close.len();
                    match (word, close) {
                        ("[", "]") => sequence.push(Pattern::Maybe(Box::new(inner))),
                        ("(", ")") => sequence.push(inner),
                        ("(", _) if close.starts_with(")<") => {
                            for set in self.marks(&close[1..], start)? {
                                match set {
                                    (slot, Some(value)) => sequence.push(Pattern::Set(slot, value)),
                                    _ => return self.fail(start, "a bracket needs <SLOT=VALUE>"),
                                }
                            }
                            sequence.push(inner);
                        }
                        _ => return self.fail(start, "a bracket that is not closed"),
                    }
                }
                _ => {
                    *at += word.len();
                    self.element(word, start, &mut sequence)?;
                }
            }
            if text[*at..].starts_with(' ') {
                *at += 1;
            }
        }
        choices.push(Pattern::Sequence(sequence));
        Ok(if choices.len() == 1 { choices.remove(0) } else { Pattern::Choice(choices) })
    }

    fn element(&self, word: &'static str, at: usize, out: &mut Vec<Pattern>) -> Result<()> {
        let between = match word {
            "-" => Some(Between::Hyphen),
            "~" => Some(Between::HyphenOrSpace),
            "," => Some(Between::Comma),
            ",?" => Some(Between::MaybeComma),
            "/" => Some(Between::Slash),
            ":" => Some(Between::Colon),
            _ => None,
        };
        if let Some(between) = between {
            out.push(Pattern::Between(between));
            return Ok(());
        }
        if word == "." {
            out.push(Pattern::Pause);
            return Ok(());
        }
        let (name, marks) = match word.find('<') {
            Some(open) => (&word[..open], self.marks(&word[open..], at)?),
            None => (word, Vec::new()),
        };
        if let Some(literal) = name.strip_prefix('\'') {
            let Some(literal) = literal.strip_suffix('\'') else { return self.fail(at, "a quote that is not closed") };
            out.push(Pattern::Word(literal.to_string()));
        } else if let Some(pattern) = self.names.get(name) {
            out.push(pattern.clone());
        } else {
            let slot = marks.iter().find(|(_, value)| value.is_none()).map(|(slot, _)| *slot);
            out.push(Pattern::Class(name.to_string(), slot.or_else(|| Slot::parse(name))));
        }
        out.extend(marks.iter().filter_map(|&(slot, value)| Some(Pattern::Set(slot, value?))));
        Ok(())
    }

    /// `<slot>` or `<slot=value>`.
    fn marks(&self, text: &str, at: usize) -> Result<Vec<(Slot, Option<i32>)>> {
        let Some(inner) = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')) else {
            return self.fail(at, "a < that is not closed");
        };
        if let Some(slot) = Slot::parse(inner) {
            return Ok(vec![(slot, None)]);
        }
        match slot_value(inner) {
            Some((slot, value)) => Ok(vec![(slot, Some(value))]),
            None => self.fail(at, "no such slot or value"),
        }
    }
}
