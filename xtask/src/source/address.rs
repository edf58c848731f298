//! The address of a spec: which may be asked at all, and how it is shown.
//!
//! An address in a `provider.toml` was written by somebody else than who runs the command, so it is held to more: `https`
//! alone, and nothing inside of this machine or its network. One from the command line is what its author says.

use std::fmt;

use url::{Host, Url};

use super::reach;
use crate::answer::Problem;

/// Who names an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A `provider.toml`.
    InSettings,
    /// Whoever runs the command.
    OnTheCommandLine,
}

/// An address that may be asked.
///
/// `Display` leaves the query out, which may hold a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(super) url: Url,
    pub(super) named: Named,
}

impl Address {
    /// Whether a text is meant as an address and not as a file.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        let scheme = text.split_once("://").map_or("", |(scheme, _)| scheme);
        !scheme.is_empty() && !scheme.contains(['/', '\\', '.'])
    }

    /// Reads an address. `place` is where it stands; its text is never part of the message, since it may hold a password.
    ///
    /// # Errors
    /// It is none, or one that is never asked.
    pub fn read(text: &str, named: Named, place: &str) -> Result<Self, Problem> {
        let mut url = Url::parse(text.trim()).map_err(|e| {
            let wrong = format!("this is no address ({e})");
            Problem::new(place, wrong, "write it whole, as in https://host/path")
        })?;
        url.set_fragment(None);
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Problem::new(
                place,
                "the address holds a name or a password",
                "take them out; where the document needs a login, download it and give the file",
            ));
        }
        let address = Self { url, named };
        match (address.url.scheme(), named) {
            ("https", _) | ("http", Named::OnTheCommandLine) => {}
            ("http", Named::InSettings) => {
                return Err(Problem::new(
                    place,
                    format!(
                        "{address} is not https, so that anybody on the way could change what comes"
                    ),
                    "write the https address, or give this one with --from",
                ));
            }
            (scheme, _) => {
                let wrong = format!("`{scheme}` addresses are not fetched");
                return Err(Problem::new(
                    place,
                    wrong,
                    "give a file, or an https address",
                ));
            }
        }
        let literal = match address.url.host() {
            Some(Host::Ipv4(ip)) => Some(ip.into()),
            Some(Host::Ipv6(ip)) => Some(ip.into()),
            Some(Host::Domain(_)) | None => None,
        };
        if named == Named::InSettings
            && let Some(ip) = literal
            && !reach::is_public(ip)
        {
            return Err(Problem::new(
                place,
                format!("{address} leads into this machine or its network"),
                "if it is meant to, give it with --from",
            ));
        }
        Ok(address)
    }
}

/// The last part of a path, decoded; a plain name where that could be none of a file.
pub(super) fn file_name(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut parts| parts.next_back());
    let name = last.map(decoded).unwrap_or_default();
    if name.is_empty()
        || name == "."
        || name == ".."
        || name.contains(['/', '\\', '\0'])
        || name.len() > 200
    {
        "openapi".to_owned()
    } else {
        name
    }
}

/// The address of a file in the folder of a document, or below.
pub(super) fn below(root: &Url, path: &str) -> Option<Url> {
    let mut url = root.clone();
    url.set_query(None);
    url.path_segments_mut().ok()?.pop().extend(path.split('/'));
    Some(url)
}

/// A text with its `%41` read.
pub(super) fn decoded(text: &str) -> String {
    let hex = |at: usize| {
        let digits = text.get(at..at + 2)?;
        u8::from_str_radix(digits, 16)
            .ok()
            .filter(|_| !digits.starts_with('+'))
    };
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes().enumerate();
    while let Some((at, byte)) = rest.next() {
        match hex(at + 1).filter(|_| byte == b'%') {
            Some(read) => {
                bytes.push(read);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.url))
    }
}

/// An address without what may be secret in it.
pub(super) fn shown(url: &Url) -> String {
    let port = url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let host = url.host_str().unwrap_or_default();
    let query = url.query().map_or("", |_| "?…");
    format!("{}://{host}{port}{}{query}", url.scheme(), url.path())
}

#[cfg(test)]
mod tests {
    use super::{Address, Named, decoded};

    fn refused(text: &str, named: Named) -> String {
        Address::read(text, named, "here").unwrap_err().to_string()
    }

    #[test]
    fn every_spelling_of_an_own_address_is_refused_in_settings_and_taken_from_the_command_line() {
        for host in [
            "127.0.0.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "127.1",
            "0",
            "0.0.0.0",
            "10.1.2.3",
            "192.168.1.1",
            "172.31.255.255",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[fe80::1]",
            "[fd00::1]",
            "[ff02::1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "１２７.0.0.1",
        ] {
            let text = format!("https://{host}/openapi.yaml");
            let wrong = refused(&text, Named::InSettings);
            assert!(
                wrong.contains("leads into this machine or its network"),
                "{host}: {wrong}"
            );
            Address::read(&text, Named::OnTheCommandLine, "here").unwrap();
        }
        for host in [
            "9.9.9.9",
            "[2620:fe::fe]",
            "example.com",
            "[64:ff9b::909:909]",
        ] {
            Address::read(&format!("https://{host}/"), Named::InSettings, "here").unwrap();
        }
    }

    #[test]
    fn what_is_no_https_or_holds_a_password_is_refused_without_showing_it() {
        assert!(refused("http://example.com/a", Named::InSettings).contains("is not https"));
        assert!(
            refused("ftp://example.com/a", Named::OnTheCommandLine).contains("`ftp` addresses")
        );
        assert!(
            refused("file:///etc/passwd", Named::OnTheCommandLine).contains("`file` addresses")
        );
        for text in [
            "https://anna:hush@example.com/",
            "https://hush@example.com/",
            "https://:hush@[",
            "https://a b:hush/",
        ] {
            let wrong = refused(text, Named::OnTheCommandLine);
            assert!(
                wrong.starts_with("here: ") && !wrong.contains("hush"),
                "{wrong}"
            );
        }
        let wrong = refused("http://example.com/a?key=hush#hush", Named::InSettings);
        assert!(
            wrong.contains("http://example.com/a?…") && !wrong.contains("hush"),
            "{wrong}"
        );
    }

    #[test]
    fn files_are_told_from_addresses() {
        assert!(
            Address::is_meant("https://a/b")
                && Address::is_meant("HTTP://a")
                && Address::is_meant("ftp://a")
        );
        for file in ["a.yaml", "./a", "/a/b", "C:\\a", "dir/x://y", "://"] {
            assert!(!Address::is_meant(file), "{file}");
        }
    }

    #[test]
    fn a_path_is_decoded_once_and_never_fails() {
        assert_eq!(decoded("a%20b%2541%zz%4"), "a b%41%zz%4");
        assert_eq!(decoded("%"), "%");
        assert_eq!(decoded("%é%C3%A9"), "%éé");
        assert_eq!(decoded("%+1"), "%+1");
    }
}
