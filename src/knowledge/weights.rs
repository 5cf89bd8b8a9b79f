//! What each signal weighs for each type.
//!
//! Takes: `gazetteers/weights.csv` (`evidence,ship,port,organization,weapon`; natural log odds; a
//! row `bias` is where every sum begins). Gives: [`Weights`]. Promises: a signal without a row
//! weighs nothing; a row without a signal is an error. Refuses: numbers that are not finite.

use super::builtin;
use super::signals::{SIGNALS, Signal, SignalSet};
use crate::error::{Error, Result};
use crate::kind::Kind;

/// Types that are judged by weights, in the order of the columns.
pub const WEIGHED: [Kind; 4] = [Kind::Ship, Kind::Port, Kind::Organization, Kind::Weapon];

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Where each sum begins.
    pub bias: [f64; WEIGHED.len()],
    /// By signal, then by type.
    pub table: Vec<[f64; WEIGHED.len()]>,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights { bias: [0.0; WEIGHED.len()], table: vec![[0.0; WEIGHED.len()]; SIGNALS.len()] }
    }
}

impl Weights {
    /// The shipped weights.
    pub fn builtin() -> Result<Weights> {
        Weights::parse("weights.csv", builtin::text("weights.csv"))
    }

    /// Reads a table of weights.
    pub fn parse(file: &str, csv_text: &str) -> Result<Weights> {
        let mut weights = Weights::default();
        super::records(file, csv_text, |line, record| {
            let name = record.get(0).unwrap_or("");
            let mut row = [0.0; WEIGHED.len()];
            for (at, cell) in row.iter_mut().enumerate() {
                let field = record.get(at + 1).unwrap_or("");
                *cell = match field.parse::<f64>() {
                    _ if field.is_empty() => 0.0,
                    Ok(number) if number.is_finite() => number,
                    _ => {
                        return Err(Error::new(format!("`{field}` is no weight"), "write a number").at(
                            file,
                            line,
                            at as u64 + 2,
                        ));
                    }
                };
            }
            if name == "bias" {
                weights.bias = row;
                return Ok(());
            }
            match SIGNALS.iter().find(|(_, known)| *known == name) {
                Some(&(signal, _)) => weights.table[signal as usize] = row,
                None => {
                    return Err(Error::new(format!("unknown evidence `{name}`"), "use a name of the table of signals")
                        .at(file, line, 1));
                }
            }
            Ok(())
        })?;
        Ok(weights)
    }

    /// What `signal` adds for a type.
    pub fn of(&self, signal: Signal, column: usize) -> f64 {
        self.table[signal as usize][column]
    }

    /// The sums for all types.
    pub fn sums(&self, signals: SignalSet) -> [f64; WEIGHED.len()] {
        let mut sums = self.bias;
        signals.each(|number| {
            for (sum, weight) in sums.iter_mut().zip(&self.table[number]) {
                *sum += weight;
            }
        });
        sums
    }
}

/// The logistic function: log odds to a probability.
pub fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}
