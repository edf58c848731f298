//! The place that a session sends to, checked once.

use url::{Host, Url};

use crate::ConfigError;

/// A base URL that is safe to send a token to.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    /// Without a trailing slash.
    text: String,
    host: String,
    port: u16,
    is_loopback: bool,
}

impl Endpoint {
    /// `setting` is the name that an error gives it.
    pub(crate) fn parse(setting: &str, text: &str) -> Result<Self, ConfigError> {
        let refuse = |problem: String| Err(ConfigError::new(setting, problem));
        let url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => {
                return refuse(format!(
                    "is not a URL ({error}); it should look like https://api.example.com/v1"
                ));
            }
        };
        let Some(host) = url.host() else {
            return refuse("names no host; it should look like https://api.example.com/v1".into());
        };
        let is_loopback = is_loopback(&host);
        match url.scheme() {
            "https" => {}
            "http" if is_loopback => {}
            "http" => {
                return refuse(
                    "is plain http, which is allowed on loopback only; use https".into(),
                );
            }
            scheme => return refuse(format!("has the scheme {scheme}; use https")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("holds a user name or password; give credentials on their own".into());
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("has a query or a fragment; give the part before it".into());
        }
        Ok(Self {
            text: url.as_str().trim_end_matches('/').to_owned(),
            host: host.to_string(),
            port: url.port_or_known_default().unwrap_or(443),
            is_loopback,
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    /// Whether it is on this machine.
    pub(crate) const fn is_loopback(&self) -> bool {
        self.is_loopback
    }
}

/// Whether it can be nowhere but on this machine. What is under `.localhost` may be resolved like any other name.
pub(crate) fn is_loopback(host: &Host<&str>) -> bool {
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
        Endpoint::parse("base_url", text).unwrap_err().to_string()
    }

    #[test]
    fn a_trailing_slash_makes_no_difference() {
        assert_eq!(
            Endpoint::parse("base_url", "https://a.example/v1/")
                .unwrap()
                .as_str(),
            "https://a.example/v1"
        );
        assert_eq!(
            Endpoint::parse("base_url", "https://a.example")
                .unwrap()
                .as_str(),
            "https://a.example"
        );
    }

    #[test]
    fn plain_http_is_for_loopback_only() {
        for text in [
            "http://127.0.0.1:8080/v1",
            "http://localhost:1",
            "http://[::1]:9",
        ] {
            Endpoint::parse("base_url", text).unwrap();
        }
        assert!(refusal("http://api.example.com").contains("use https"));
        assert!(refusal("http://localhost.example.com").contains("use https"));
        assert!(refusal("http://evil.localhost").contains("use https"));
        assert!(refusal("http://10.0.0.1").contains("use https"));
    }

    #[test]
    fn what_a_base_url_cannot_hold_is_refused_by_name() {
        assert!(refusal("api.example.com").starts_with("base_url is not a URL"));
        assert!(refusal("https://u:p@a.example").contains("user name or password"));
        assert!(refusal("https://a.example/?x=1").contains("query"));
        assert!(refusal("https://a.example/#f").contains("fragment"));
        assert!(refusal("ftp://a.example").contains("ftp"));
    }
}
