//! Which network addresses are out in the world, and the lookup of names that lets only those through.
//!
//! The check is in the lookup that the connection itself is made with. One that looked beforehand would be answered
//! something else than the connection is (DNS rebinding).

use std::error::Error;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Looks up the addresses of a name.
pub type Lookup = Arc<dyn Fn(&str) -> io::Result<Vec<IpAddr>> + Send + Sync>;

/// The lookup of the operating system.
pub(super) fn system() -> Lookup {
    Arc::new(|name| Ok((name, 0).to_socket_addrs()?.map(|a| a.ip()).collect()))
}

/// Whether an address is one of the internet, and not of this machine, its network, or no host's at all.
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// By the registry of special addresses (RFC 6890 and what came after it).
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
            | (224.., ..)
    )
}

/// Of all that there is, 2000::/3 is given out, less what has a purpose of its own in it; and an address of the old kind that
/// is translated (64:ff9b::/96) is what it would be without. All other ways to write an old one into a new one lead to
/// wherever who wrote it likes.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    if (a, b, c, d, e, f) == (0x64, 0xff9b, 0, 0, 0, 0) {
        let [g, h] = [g.to_be_bytes(), h.to_be_bytes()];
        return is_public_v4(Ipv4Addr::new(g[0], g[1], h[0], h[1]));
    }
    let is_special = matches!(
        (a, b),
        (0x2001, 0..=0x1ff | 0xdb8) | (0x2002, _) | (0x3fff, 0..=0xfff)
    );
    (0x2000..0x4000).contains(&a) && !is_special
}

/// A name that leads into this machine or its network.
#[derive(Debug)]
pub(super) struct Inside(IpAddr);

impl fmt::Display for Inside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "its name leads to {}, which is inside of this machine or its network",
            self.0
        )
    }
}

impl Error for Inside {}

/// The lookup for connections: of a name that leads to one address inside, none is used.
pub(super) struct Guard {
    pub(super) lookup: Lookup,
    /// Whether addresses inside are fine.
    pub(super) may_be_inside: bool,
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let (lookup, may_be_inside) = (Arc::clone(&self.lookup), self.may_be_inside);
        Box::pin(async move {
            let look = move || lookup(name.as_str());
            let found = tokio::task::spawn_blocking(look).await??;
            let inside = found.iter().find(|ip| !may_be_inside && !is_public(**ip));
            if let Some(ip) = inside {
                return Err(Inside(*ip).into());
            }
            let found: Addrs = Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(found)
        })
    }
}
