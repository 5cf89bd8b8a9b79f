//! Starts and ends the program.

fn main() -> std::process::ExitCode {
    newstrawl::cli::main()
}
