//! Makes the client of the spec.

fn main() -> std::process::ExitCode {
    florin_codegen::build("openapi.yaml")
}
