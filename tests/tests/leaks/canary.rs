//! What is planted, and the search for it: whole or in part, in any case, turned round, or in another spelling.
//!
//! There are two kinds. [`PLAIN`] stands wherever a value can be put, [`MARKED`] where the spec says that it is secret or
//! personal. Neither may stand in an error, a trace or a panic; what is typed may show the first in its `Debug`.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// The canaries of one kind: one for each form that a value may have to keep to.
#[derive(Debug)]
pub(crate) struct Kind {
    /// Letters and digits. Survives every escaping.
    pub(crate) text: &'static str,
    /// Letters alone, for what takes no digits.
    pub(crate) letters: &'static str,
    /// Digits alone, for what takes no letters.
    pub(crate) digits: &'static str,
    /// An identifier, where only one may stand.
    pub(crate) uuid: &'static str,
    /// A day.
    pub(crate) day: &'static str,
}

/// Where nobody says that it is secret or personal.
pub(crate) static PLAIN: Kind = Kind {
    text: "qz7vkx9wjt4hbn2mfd8rcg5p",
    letters: "qzvkxwjthbnmfdrcgpqx",
    digits: "7391244860517",
    uuid: "7e3912c4-86b5-4d17-a2c4-e59f0a6d3b81",
    day: "1932-08-27",
};

/// Where the spec says so, and in every secret.
pub(crate) static MARKED: Kind = Kind {
    text: "wy3gpd6kzb8tqf4xnh9vjc2m",
    letters: "wygpdkzbtqfxnhvjcmwz",
    digits: "8462915507346",
    uuid: "b46f2915-0c73-4e6a-9d58-f17a3e8c20b4",
    day: "1931-07-29",
};

/// What stands in the bodies that other tests of the same flows send.
const OTHERS: [&str; 2] = ["canary7f3a", "canaryref19c4"];

/// Fewer characters in a row than this may be chance.
const WINDOW: usize = 8;

/// Which canary a needle comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// A value of [`PLAIN`].
    Plain,
    /// A value of [`MARKED`].
    Marked,
}

/// A canary that shows.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub(crate) whose: Whose,
    /// How it is spelt.
    pub(crate) spelling: &'static str,
    /// What stands before it and a little of itself.
    pub(crate) around: String,
}

struct Needle {
    text: Vec<u8>,
    whose: Whose,
    spelling: &'static str,
}

/// All needles, by their first bytes.
struct Needles {
    /// Which pairs of bytes begin a needle at all.
    begins: Vec<bool>,
    by_start: HashMap<[u8; 4], Vec<Needle>>,
}

fn pair(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

impl Needles {
    fn new() -> Self {
        let mut needles = Self {
            begins: vec![false; 1 << 16],
            by_start: HashMap::new(),
        };
        for (kind, whose) in [(&PLAIN, Whose::Plain), (&MARKED, Whose::Marked)] {
            for text in [kind.text, kind.letters, kind.uuid] {
                needles.core(text, whose);
            }
            // Of a number the beginning: the rest is cut where it has to be small. Seven digits are no chance.
            needles.add(&kind.digits[..7], whose, "digits");
            needles.add(kind.day, whose, "day");
        }
        for other in OTHERS {
            needles.core(other, Whose::Marked);
        }
        needles
    }

    fn core(&mut self, core: &str, whose: Whose) {
        let turned: String = core.chars().rev().collect();
        self.windows(core, WINDOW, 1, whose, "plain");
        self.windows(&turned, WINDOW, 1, whose, "turned round");
        for shift in 0..3 {
            let coded = base64(&[&vec![0; shift], core.as_bytes()].concat());
            // What the neighbours have a share in is left out.
            let own = &coded[if shift == 0 { 0 } else { 4 }..coded.len() - 4];
            self.windows(&own.to_lowercase(), WINDOW, 1, whose, "base64");
        }
        let spelled = |each: &dyn Fn(u8) -> String| core.bytes().map(each).collect::<String>();
        let hex = spelled(&|byte| format!("{byte:02x}"));
        self.windows(&hex, 2 * WINDOW, 2, whose, "hex");
        let percent = spelled(&|byte| format!("%{byte:02x}"));
        self.windows(&percent, 3 * WINDOW, 3, whose, "percent");
        let json = spelled(&|byte| format!("\\u{byte:04x}"));
        self.windows(&json, 6 * WINDOW, 6, whose, "escaped");
        let bytes: Vec<_> = core.bytes().map(|byte| byte.to_string()).collect();
        for list in bytes.windows(WINDOW) {
            self.add(&list.join(", "), whose, "bytes");
        }
    }

    fn windows(
        &mut self,
        text: &str,
        length: usize,
        step: usize,
        whose: Whose,
        spelling: &'static str,
    ) {
        for window in text.as_bytes().windows(length).step_by(step) {
            self.add(&String::from_utf8_lossy(window), whose, spelling);
        }
    }

    fn add(&mut self, text: &str, whose: Whose, spelling: &'static str) {
        let text = text.as_bytes().to_vec();
        self.begins[pair(&text)] = true;
        let start = [text[0], text[1], text[2], text[3]];
        self.by_start.entry(start).or_default().push(Needle {
            text,
            whose,
            spelling,
        });
    }

    fn at(&self, text: &[u8]) -> Option<&Needle> {
        if text.len() < 7 || !self.begins[pair(text)] {
            return None;
        }
        let start = [text[0], text[1], text[2], text[3]];
        let known = self.by_start.get(&start)?;
        known.iter().find(|needle| text.starts_with(&needle.text))
    }
}

/// In lower case, and with one space wherever there is any: a list of bytes may go over many lines.
fn plainly(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    for byte in text {
        let byte = match byte {
            b' ' | b'\n' | b'\r' | b'\t' => b' ',
            other => other.to_ascii_lowercase(),
        };
        if byte != b' ' || plain.last() != Some(&b' ') {
            plain.push(byte);
        }
    }
    plain
}

/// Every canary in a text; those that follow each other closely are one.
pub(crate) fn find(text: &[u8]) -> Vec<Hit> {
    static NEEDLES: OnceLock<Needles> = OnceLock::new();
    let needles = NEEDLES.get_or_init(Needles::new);
    let text = plainly(text);
    let mut hits = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(needle) = needles.at(&text[at..]) else {
            at += 1;
            continue;
        };
        let around = at.saturating_sub(90)..(at + needle.text.len()).min(text.len());
        hits.push(Hit {
            whose: needle.whose,
            spelling: needle.spelling,
            around: String::from_utf8_lossy(&text[around]).into_owned(),
        });
        at += needle.text.len() + 2 * WINDOW;
    }
    hits
}

/// Base64 as everybody writes it, without padding.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let part = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for digit in 0..=chunk.len() {
            let digit = bits >> (18 - 6 * digit) & 63;
            let _ = write!(text, "{}", char::from(ALPHABET[digit as usize]));
        }
    }
    text
}
