//! The URLs of a flow, checked before anything is sent to them.

use florin_core::ConfigError;
use oauth2::url::{Host, Url};

/// The URL in `text`: `https`, or `http` on loopback. `setting` is the name that an error gives it.
pub(crate) fn address(setting: &str, text: &str) -> Result<Url, ConfigError> {
    let refuse = |problem: String| Err(ConfigError::new(setting, problem));
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => {
            return refuse(format!(
                "is not a URL ({error}); it should look like https://provider.example/oauth"
            ));
        }
    };
    let Some(host) = url.host() else {
        return refuse(
            "names no host; it should look like https://provider.example/oauth".to_owned(),
        );
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&host) => {}
        "http" => {
            return refuse(
                "is plain http, which is allowed on loopback only; use https".to_owned(),
            );
        }
        scheme => return refuse(format!("has the scheme {scheme}; use https")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("holds a user name or password; give credentials on their own".to_owned());
    }
    if url.fragment().is_some() {
        return refuse(
            "has a fragment, which OAuth 2.0 forbids; give the part before it".to_owned(),
        );
    }
    Ok(url)
}

/// What is under `.localhost` may be resolved like any other name.
fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        address("token_url", text).unwrap_err().to_string()
    }

    #[test]
    fn https_is_taken_anywhere_and_http_on_loopback() {
        for text in [
            "https://a.example/oauth/token",
            "https://a.example/authorize?tenant=1",
            "http://127.0.0.1:8080/token",
            "http://localhost/token",
            "http://[::1]:9/token",
        ] {
            address("token_url", text).unwrap();
        }
    }

    #[test]
    fn what_cannot_work_is_refused_by_name() {
        assert!(refusal("oauth/token").starts_with("token_url is not a URL"));
        assert!(refusal("http://a.example/token").contains("use https"));
        assert!(refusal("http://localhost.a.example/token").contains("use https"));
        assert!(refusal("http://evil.localhost/token").contains("use https"));
        assert!(refusal("ftp://a.example/token").contains("ftp"));
        assert!(refusal("mailto:someone@a.example").contains("names no host"));
        assert!(refusal("https://u:p4ss@a.example/").contains("user name or password"));
        assert!(!refusal("https://u:p4ss@a.example/").contains("p4ss"));
        assert!(refusal("https://a.example/#f").contains("fragment"));
    }
}
