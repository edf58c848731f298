//! Settings under the names that the user knows them by.

use florin_core::ConfigError;

/// The same problem under another name: of `names`, each a session's name of a setting and the user's, the one that the
/// error speaks of. A session knows its hosts by other names than the one who gave their URLs.
pub(crate) fn in_own_words(error: ConfigError, names: &[(&str, &str)]) -> ConfigError {
    let Some((_, own)) = names.iter().find(|(name, _)| *name == error.setting()) else {
        return error;
    };
    let problem = error.to_string();
    let problem = problem.strip_prefix(error.setting()).unwrap_or(&problem);
    ConfigError::new(*own, problem.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_keeps_its_words_under_the_users_name() {
        let names = [
            ("base_url", "environment.api"),
            ("server auth", "environment.auth"),
        ];
        for (setting, own) in [
            ("base_url", "environment.api"),
            ("server auth", "environment.auth"),
            ("limits", "limits"),
        ] {
            let error = in_own_words(ConfigError::new(setting, "is no base_url"), &names);
            assert_eq!(error.setting(), own);
            assert_eq!(error.to_string(), format!("{own} is no base_url"));
        }
    }
}
