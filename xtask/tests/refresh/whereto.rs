//! Where a fetch may lead: redirects stay with their host, and an address in settings never leads inside.

use std::net::IpAddr;
use std::sync::Arc;

use xtask::source::{Address, Fetched, Lookup, Marks, Named, Origin, Web, fetch};

use crate::fetching::{SPEC, get, get_with, refused, web};
use crate::server::{Server, ok, with};

#[test]
fn a_redirect_on_the_same_host_and_port_is_followed() {
    let server = Server::new(|path, _| match path {
        "/a" => with(302, "location: /b?key=hush#there\r\n", ""),
        "/b?key=hush" => with(308, "location: c.yaml\r\n", ""),
        _ => ok(SPEC),
    });
    get(&server.url("/a")).unwrap();
    assert_eq!(server.paths(), ["/a", "/b?key=hush", "/c.yaml"]);
}

#[test]
fn a_redirect_to_another_host_port_or_scheme_is_not_followed() {
    let other = Server::new(|_, _| ok(SPEC));
    let elsewhere = [
        other.url("/spec.yaml?key=hush"),
        "https://example.com/spec.yaml".to_owned(),
        "//example.com/spec.yaml".to_owned(),
        "file:///etc/passwd".to_owned(),
    ];
    for location in elsewhere {
        let wrong = refused(move || with(301, &format!("location: {location}\r\n"), ""));
        assert!(
            wrong.contains("which is another host, port or scheme"),
            "{wrong}"
        );
    }
    assert_eq!(other.paths(), [""; 0]);
    let server = Server::new(|_, head| {
        let host = head
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap_or_default();
        let port = host.rsplit(':').next().unwrap_or_default();
        with(302, &format!("location: http://localhost:{port}/\r\n"), "")
    });
    let wrong = get(&server.url("/")).unwrap_err();
    assert!(
        wrong.contains("redirects to http://localhost:") && wrong.contains("another host"),
        "{wrong}"
    );
    let login = Server::new(|_, head| {
        let host = head
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap_or_default();
        with(302, &format!("location: http://anna:hush@{host}/\r\n"), "")
    });
    let wrong = get(&login.url("/")).unwrap_err();
    assert!(
        wrong.contains("another host, port or scheme") && !wrong.contains("hush"),
        "{wrong}"
    );
    assert_eq!(login.paths().len(), 1);
}

#[test]
fn redirects_come_to_an_end() {
    let server = Server::new(|_, _| with(302, "location: /again\r\n", ""));
    let wrong = get(&server.url("/")).unwrap_err();
    assert!(
        wrong.contains("more than 5 redirects follow upon each other"),
        "{wrong}"
    );
    assert_eq!(server.paths().len(), 6);
    let wrong = refused(|| with(302, "", ""));
    assert!(
        wrong.starts_with("the server redirects without saying where to"),
        "{wrong}"
    );
}

/// In settings, `name` is looked up as these addresses.
fn looked_up(ips: &[&str]) -> String {
    let ips: Vec<IpAddr> = ips.iter().map(|ip| ip.parse().unwrap()).collect();
    let lookup: Lookup = Arc::new(move |_| Ok(ips.clone()));
    let web = Web { lookup, ..web() };
    let address =
        Address::read("https://spec.example/a?key=hush", Named::InSettings, "here").unwrap();
    let fetched = fetch(&web, &Origin::Web(address), &Marks::default(), &[]);
    fetched.unwrap_err().to_string()
}

#[test]
fn a_name_in_settings_that_leads_inside_is_never_connected_to() {
    for ip in [
        "127.0.0.1",
        "10.0.0.1",
        "::1",
        "::ffff:127.0.0.1",
        "fd00::1",
        "169.254.169.254",
        "0.0.0.0",
        "::",
        "192.168.0.1",
        "100.64.0.1",
        "224.0.0.1",
        "fe80::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
    ] {
        let wrong = looked_up(&[ip]);
        assert!(
            wrong.contains("which is inside of this machine or its network"),
            "{ip}: {wrong}"
        );
        assert!(wrong.starts_with("https://spec.example/a?…: "), "{wrong}");
    }
    let wrong = looked_up(&["9.9.9.9", "127.0.0.1"]);
    assert!(
        wrong.contains("leads to 127.0.0.1"),
        "one of them is enough: {wrong}"
    );
    let address = Address::read("https://localhost/a", Named::InSettings, "here").unwrap();
    let wrong = fetch(&web(), &Origin::Web(address), &Marks::default(), &[])
        .unwrap_err()
        .to_string();
    assert!(wrong.contains("which is inside of this machine"), "{wrong}");
}

#[test]
fn a_name_on_the_command_line_may_lead_inside() {
    let server = Server::new(|_, _| ok(SPEC));
    let lookup: Lookup = Arc::new(|_| Ok(vec!["127.0.0.1".parse().unwrap()]));
    let web = Web { lookup, ..web() };
    let url = format!("http://spec.example:{}/", server.address.port());
    assert!(matches!(
        get_with(&web, &url, &Marks::default()),
        Ok(Fetched::Came(_))
    ));
}
