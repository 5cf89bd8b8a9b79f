//! The long help: what stands below the options.
//!
//! Takes and gives: text for a person. Promises: every example line is a command that works (the
//! command-line cases run them). Refuses: to repeat what the tables say.

/// Below `newstrawl --help`.
pub(super) const TOP: &str = "\
Examples:
  newstrawl extract article.txt
  cat wire.jsonl | newstrawl extract -i jsonl -f mentions | jq 'select(.type==\"ship\")'
  newstrawl extract archive/ -j 8 -o entities.jsonl

'newstrawl extract --help' says more.";

/// Below `newstrawl extract --help`.
pub(super) const EXTRACT: &str = "\
Examples:
  One report, everything in it:
    newstrawl extract article.txt | jq .

  The ships of a wire feed, each name once, most frequent first:
    cat wire.jsonl | newstrawl extract -f mentions -e ship | jq -r .name | sort | uniq -c | sort -rn

  A table for a spreadsheet:
    newstrawl extract -f mentions archive/ | jq -r '[.doc_id, .type, .name, .date_start] | @csv'

  Why is this a ship, and what was left out:
    newstrawl extract --explain article.txt | jq '.mentions[], .dropped[]'

  A folder of reports on eight threads into one file:
    newstrawl extract archive/ -j 8 -o entities.jsonl

  Names of your own, and no others:
    newstrawl extract --no-default-gazetteers --gazetteer fleet.csv -e ship wire.jsonl

  Every mention into a database:
    newstrawl extract -f mentions archive/ | duckdb -c \"SELECT type, count(*) FROM read_json('/dev/stdin') GROUP BY 1\"

Offsets:
  start and end count code points of the report's text, as Python, jq and DuckDB do; byte_start and
  byte_end count bytes of UTF-8, utf16_start and utf16_end what JavaScript and Java count. --offsets
  says which of the two stand beside the code points; the others are null.

Dates:
  \"Friday\" is counted from the report's own dateline where it stands within three days of the
  document's date, else from the document's date, else from --date. It is never counted from today.

Exit codes:
  0    the run went through, whether or not anything was found
  1    with --strict: a document could not be read
  2    wrong usage, an input that is missing or unreadable, output that could not be written
  130  interrupted
  A closed pipe (| head) ends the run quietly with 0.";

/// Below `newstrawl generate --help`.
pub(super) const GENERATE: &str = "\
Examples:
  newstrawl generate man | man -l -
  newstrawl generate completions bash > ~/.local/share/bash-completion/completions/newstrawl
  newstrawl generate completions fish | source";
