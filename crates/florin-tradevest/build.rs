//! Makes the client of the specs.

fn main() -> std::process::ExitCode {
    florin_codegen::build_domains("specs")
}
