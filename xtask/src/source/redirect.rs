//! Redirects: followed on the host that was named, and to no other. What was checked of an address holds for that one alone.

use reqwest::header::{self, HeaderMap};
use url::Url;

use super::address::shown;
use crate::answer::Problem;

/// Where a redirect leads to: the same host and port, and never from https to http.
pub(super) fn redirected(from: &Url, headers: &HeaderMap) -> Result<Url, Problem> {
    let wrong = |wrong: String, remedy: &str| Err(Problem::new(shown(from), wrong, remedy));
    let location = headers
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok());
    let Some(mut to) = location.and_then(|location| from.join(location).ok()) else {
        let remedy = "look where the address leads in the end";
        return wrong(
            "the server redirects without saying where to".to_owned(),
            remedy,
        );
    };
    to.set_fragment(None);
    let is_same =
        from.host() == to.host() && from.port_or_known_default() == to.port_or_known_default();
    let has_login = !to.username().is_empty() || to.password().is_some();
    if from.scheme() != to.scheme() || !is_same || has_login {
        return wrong(
            format!(
                "the server redirects to {}, which is another host, port or scheme",
                shown(&to)
            ),
            "if that is right, give that address",
        );
    }
    Ok(to)
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderMap, LOCATION};
    use url::Url;

    use super::redirected;

    fn to(from: &str, location: &str) -> Result<String, String> {
        let headers = HeaderMap::from_iter([(LOCATION, location.parse().unwrap())]);
        let to = redirected(&Url::parse(from).unwrap(), &headers);
        to.map(|url| url.to_string()).map_err(|e| e.to_string())
    }

    #[test]
    fn a_redirect_stays_with_host_port_and_scheme() {
        let from = "https://spec.example/v1/a.yaml?key=1";
        assert_eq!(
            to(from, "b.yaml").unwrap(),
            "https://spec.example/v1/b.yaml"
        );
        assert_eq!(
            to(from, "https://SPEC.example:443/b#c").unwrap(),
            "https://spec.example/b"
        );
        for location in [
            "http://spec.example/v1/a.yaml",
            "http://spec.example:443/",
            "https://spec.example:8443/",
            "https://example/",
            "https://spec.example./",
            "https://spec.example@evil.example/",
            "//evil.example/",
            "\\\\evil.example\\",
            "https://anna@spec.example/",
            "https://127.0.0.1/",
            "data:text/plain,a",
            "file:///a",
        ] {
            let wrong = to(from, location).unwrap_err();
            assert!(
                wrong.starts_with("https://spec.example/v1/a.yaml?…: the server redirects"),
                "{location}: {wrong}"
            );
        }
        assert!(
            to("http://spec.example/", "https://spec.example/").is_err(),
            "nor the other way round"
        );
    }
}
