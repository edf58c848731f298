//! What stands between the program and the sandbox: it passes bytes on, stops after any of them, and decides what becomes of
//! what was under way when the program died.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// What becomes of what the dead program had sent and the provider hasn't got yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It never arrives, and the provider sees the connection end.
    Lost,
    /// It arrives at once.
    Soon,
    /// It arrives when it is [released](Life::release).
    Late,
}

/// The connections of one process.
pub(crate) struct Life {
    /// How many bytes may still pass, either way.
    left: Mutex<u64>,
    passed: Mutex<u64>,
    cut: watch::Sender<bool>,
    fate: Fate,
    released: watch::Sender<bool>,
    /// Connections that are open, or have something to deliver.
    open: watch::Sender<usize>,
}

impl Life {
    fn new(bytes: Option<u64>, fate: Fate) -> Self {
        Self {
            left: Mutex::new(bytes.unwrap_or(u64::MAX)),
            passed: Mutex::default(),
            cut: watch::Sender::new(false),
            fate,
            released: watch::Sender::new(false),
            open: watch::Sender::new(0),
        }
    }

    /// Whether no byte passes any more.
    pub(crate) fn is_cut(&self) -> bool {
        *self.cut.borrow()
    }

    /// How many bytes have passed.
    pub(crate) fn passed(&self) -> u64 {
        *self.passed.lock().unwrap()
    }

    /// Lets arrive what is late.
    pub(crate) fn release(&self) {
        self.released.send_replace(true);
    }

    /// Until whatever arrives has arrived, and was answered.
    pub(crate) async fn settled(&self) {
        let _ = self.open.subscribe().wait_for(|open| *open == 0).await;
    }

    /// How many of so many bytes may pass.
    fn pass(&self, bytes: usize) -> usize {
        let mut left = self.left.lock().unwrap();
        let passing = (*left).min(bytes as u64);
        *left -= passing;
        *self.passed.lock().unwrap() += passing;
        if passing < bytes as u64 || *left == 0 {
            self.cut.send_replace(true);
        }
        usize::try_from(passing).unwrap()
    }

    async fn released(&self) {
        let _ = self.released.subscribe().wait_for(|is_so| *is_so).await;
    }
}

/// Listens for a program in the place of the sandbox's hosts.
pub(crate) struct Wire {
    life: Arc<Mutex<Arc<Life>>>,
    hosts: Vec<(SocketAddr, SocketAddr)>,
    /// Ends with this.
    _listening: JoinSet<()>,
}

impl Wire {
    /// In the place of these.
    pub(crate) async fn of(urls: impl IntoIterator<Item = String>) -> Self {
        let life = Arc::new(Mutex::new(Arc::new(Life::new(None, Fate::Soon))));
        let (mut hosts, mut listening) = (Vec::new(), JoinSet::new());
        for url in urls {
            let there = address(&url);
            if hosts.iter().any(|(known, _)| *known == there) {
                continue;
            }
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            hosts.push((there, listener.local_addr().unwrap()));
            listening.spawn(listen(listener, there, Arc::clone(&life)));
        }
        Self {
            life,
            hosts,
            _listening: listening,
        }
    }

    /// The same URL, by way of this wire.
    pub(crate) fn by_way(&self, url: &str) -> String {
        let there = address(url);
        let (_, here) = self.hosts.iter().find(|(host, _)| *host == there).unwrap();
        url.replace(&there.to_string(), &here.to_string())
    }

    /// Whatever connects from now on is a new process's.
    pub(crate) fn begin(&self, bytes: Option<u64>, fate: Fate) -> Arc<Life> {
        let life = Arc::new(Life::new(bytes, fate));
        *self.life.lock().unwrap() = Arc::clone(&life);
        life
    }
}

fn address(url: &str) -> SocketAddr {
    let host = url.split('/').nth(2).unwrap();
    host.parse().unwrap()
}

async fn listen(listener: TcpListener, there: SocketAddr, life: Arc<Mutex<Arc<Life>>>) {
    let mut connections = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        let life = Arc::clone(&life.lock().unwrap());
        life.open.send_modify(|open| *open += 1);
        connections.spawn(async move {
            if let Ok(server) = TcpStream::connect(there).await {
                carry(client, server, &life).await;
            }
            life.open.send_modify(|open| *open -= 1);
        });
        while connections.try_join_next().is_some() {}
    }
}

async fn carry(mut client: TcpStream, mut server: TcpStream, life: &Life) {
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let (mut up, mut down) = (vec![0; 16 * 1024], vec![0; 16 * 1024]);
    // What was asked and isn't answered, and what of that was held back.
    let (mut asked, mut held) = (Vec::new(), Vec::new());
    loop {
        tokio::select! {
            read = client.read(&mut up) => {
                let Ok(read @ 1..) = read else { break };
                asked.extend_from_slice(&up[..read]);
                let passing = life.pass(read);
                let _ = server.write_all(&up[..passing]).await;
                held.extend_from_slice(&up[passing..read]);
            }
            read = server.read(&mut down), if !life.is_cut() => {
                let Ok(read @ 1..) = read else { return };
                asked.clear();
                let passing = life.pass(read);
                let _ = client.write_all(&down[..passing]).await;
            }
        }
    }
    // The program is dead, or has closed the connection.
    match life.fate {
        Fate::Lost => return,
        Fate::Soon => {}
        Fate::Late => {
            if is_whole(&asked) {
                life.released().await;
            }
        }
    }
    if is_whole(&asked) {
        let _ = server.write_all(&held).await;
        let _ = server.read(&mut down).await;
    }
}

/// Whether all of a request is there.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|four| four == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"));
    let length = length.map_or(0, |length| length.trim().parse().unwrap());
    request.len() >= end + 4 + length
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn a_request_is_whole_with_the_last_byte_of_its_body() {
        let request = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab";
        for length in 0..request.len() {
            assert!(!is_whole(&request[..length]), "{length}");
        }
        assert!(is_whole(request));
        assert!(is_whole(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n"));
    }
}
