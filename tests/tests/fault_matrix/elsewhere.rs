//! Another host, which a hostile redirect leads to: nobody may ever come.

use std::io::ErrorKind;
use std::net::TcpListener;

pub(crate) struct Elsewhere(TcpListener);

impl Elsewhere {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/taken", self.0.local_addr().unwrap())
    }

    /// Whether somebody came.
    pub(crate) fn was_visited(&self) -> bool {
        match self.0.accept() {
            Ok(_) => true,
            Err(error) => error.kind() != ErrorKind::WouldBlock,
        }
    }
}
