//! Why the quickstart ends before its end.

use std::io::{self, Write};

use florin::financeit::ErrorTexts as _;
use florin::monoova::HasProblems as _;
use florin::nemuru::ErrorDetails as _;
use florin::tradevest::HasProblems as _;

use super::{DONE, FAILED, REFUSED, USAGE};

/// Why the quickstart ended before its end.
pub(super) enum End {
    /// Help was asked for.
    Help,
    /// The command line is wrong.
    Usage(String),
    /// The file is wrong.
    Input(String),
    /// A call failed.
    Broken(String),
    /// Nobody reads any more.
    Unheard(io::Error),
}

impl End {
    /// Says it, where there is someone to say it to.
    pub(super) fn tell(self, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let (code, told) = match self {
            Self::Help => (DONE, out.write_all(USAGE.as_bytes())),
            Self::Usage(problem) => (REFUSED, write!(err, "{problem}\n\n{USAGE}")),
            Self::Input(problem) => (REFUSED, writeln!(err, "{problem}\nNothing was sent.")),
            Self::Broken(problem) => (FAILED, writeln!(err, "{problem}")),
            // The reader of a pipe may have seen enough, as `head` has.
            Self::Unheard(error) if error.kind() == io::ErrorKind::BrokenPipe => (DONE, Ok(())),
            Self::Unheard(error) => (
                FAILED,
                writeln!(err, "The transcript can't be written: {error}"),
            ),
        };
        told.map_or(FAILED, |()| code)
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Unheard(error)
    }
}

impl From<florin::monetago::Error> for End {
    fn from(error: florin::monetago::Error) -> Self {
        let detail = error.body().and_then(|body| body.detail.as_deref());
        let said = detail
            .map(|detail| format!("\nThe registry says: {detail}"))
            .unwrap_or_default();
        Self::Broken(format!("A call failed: {error}{said}"))
    }
}

impl From<florin::nemuru::Error> for End {
    fn from(error: florin::nemuru::Error) -> Self {
        let kind = error
            .exception()
            .map(|exception| format!("\nNemuru says: {}", exception.name()))
            .unwrap_or_default();
        Self::Broken(format!("A call failed: {error}{kind}"))
    }
}

impl From<florin::financeit::Error> for End {
    fn from(error: florin::financeit::Error) -> Self {
        let said = error.error_texts().join("\n");
        let said = if said.is_empty() {
            said
        } else {
            format!("\nFinanceit says: {said}")
        };
        Self::Broken(format!("A call failed: {error}{said}"))
    }
}

impl From<florin::monoova::Error> for End {
    fn from(error: florin::monoova::Error) -> Self {
        let said = error
            .problems()
            .map(|problems| {
                let texts: Vec<&str> = problems.texts().collect();
                format!("\nMonoova says: {}", texts.join("\n"))
            })
            .unwrap_or_default();
        Self::Broken(format!("A call failed: {error}{said}"))
    }
}

impl From<florin::tradevest::Error> for End {
    fn from(error: florin::tradevest::Error) -> Self {
        let said = error
            .problems()
            .and_then(|problems| problems.message().map(str::to_owned))
            .map(|said| format!("\nTradevest says: {said}"))
            .unwrap_or_default();
        Self::Broken(format!("A call failed: {error}{said}"))
    }
}

impl From<florin::core::ConfigError> for End {
    fn from(error: florin::core::ConfigError) -> Self {
        Self::Broken(format!("The client can't be set up: {error}"))
    }
}
