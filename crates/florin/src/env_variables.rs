//! Settings from environment variables, each problem with the name of its variable and never with a value.

use std::env::VarError;

use florin_core::ConfigError;

/// The variables of the process, or what a test says instead.
pub(crate) struct Variables<'a>(&'a dyn Fn(&str) -> Result<String, VarError>);

impl<'a> Variables<'a> {
    /// Those of the process.
    pub(crate) fn of_process() -> Self {
        Self(&|name| std::env::var(name))
    }

    /// Those that a test says.
    #[cfg(test)]
    pub(crate) fn scripted(read: &'a dyn Fn(&str) -> Result<String, VarError>) -> Self {
        Self(read)
    }

    /// A value that may be left out.
    pub(crate) fn optional(&self, name: &str) -> Result<Option<String>, ConfigError> {
        match (self.0)(name) {
            Ok(value) if value.trim().is_empty() => Err(ConfigError::new(
                name,
                "is set and empty; give its value, or unset it",
            )),
            Ok(value) => Ok(Some(value)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(ConfigError::new(
                name,
                "is set to something that isn't text",
            )),
        }
    }

    /// A value that there has to be. `hint` says what it is, or what to do without it.
    pub(crate) fn required(&self, name: &str, hint: &str) -> Result<String, ConfigError> {
        self.optional(name)?
            .ok_or_else(|| ConfigError::new(name, format!("is not set; {hint}")))
    }
}
