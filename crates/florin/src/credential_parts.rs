//! Parts of credentials that can't be right, told before anything is sent.

use florin_core::ConfigError;

/// Refuses a part that is empty, or that has white space around it as a careless copy has; a password may begin and end with
/// anything. `provider` is who issues them.
///
/// # Errors
/// [`ConfigError`] names the first such part, and never shows it.
pub(crate) fn check(provider: &str, parts: &[(&str, Option<&str>)]) -> Result<(), ConfigError> {
    for (name, value) in parts {
        let Some(value) = value else { continue };
        let is_free = *name == "password";
        let problem = if value.is_empty() || (!is_free && value.trim().is_empty()) {
            format!("is empty; {provider} issues its value")
        } else if !is_free && value.trim() != *value {
            "starts or ends with white space; give the value alone".to_owned()
        } else {
            continue;
        };
        return Err(ConfigError::new(format!("credentials.{name}"), problem));
    }
    Ok(())
}
