//! A setting that can't work.

use std::fmt;

/// A session or client can't be built from what it was given. Nothing was sent.
///
/// `Display` names the setting, what is wrong with it and what to do. It never shows a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    setting: String,
    problem: String,
}

impl ConfigError {
    /// `setting` is the name that the user knows it by; `problem` continues the sentence.
    #[must_use]
    pub fn new(setting: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            setting: setting.into(),
            problem: problem.into(),
        }
    }

    /// The setting that is wrong, such as `base_url` or the name of an environment variable.
    #[must_use]
    pub fn setting(&self) -> &str {
        &self.setting
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.setting, self.problem)
    }
}

impl std::error::Error for ConfigError {}
