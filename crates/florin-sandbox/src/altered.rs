//! True answers made into others: what a test does to them, and what is hard to write down in one.

use std::fmt;
use std::sync::Arc;

use http::HeaderMap;
use http::header::CONTENT_LENGTH;

use crate::provider::Answer;

type Alter = dyn Fn(&[u8]) -> Vec<u8> + Send + Sync;

/// What becomes of a true answer.
#[derive(Clone)]
pub(crate) struct Altered {
    alter: Arc<Alter>,
    /// In the place of those that the answer has.
    pub(crate) headers: HeaderMap,
}

impl Altered {
    pub(crate) fn new(alter: impl Fn(&[u8]) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self {
            alter: Arc::new(alter),
            headers: HeaderMap::new(),
        }
    }

    pub(crate) fn of(&self, mut answer: Answer) -> Answer {
        answer.body = (self.alter)(&answer.body).into();
        answer.headers.remove(CONTENT_LENGTH);
        for (name, value) in &self.headers {
            answer.headers.insert(name, value.clone());
        }
        answer
    }
}

impl fmt::Debug for Altered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Altered")
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}

/// The longest that one code of deflate repeats.
const LONGEST: usize = 258;

/// A gzip file that unpacks to at least so many bytes of the letter x (RFC 1951 and 1952). Whoever unpacks all of it finds a
/// checksum that is wrong; it is about those who don't get so far.
pub fn gzip_bomb(bytes: usize) -> Vec<u8> {
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut bits = Bits::default();
    // The last block, in codes that are known; the letter; and then what is there, over and over.
    bits.add(&[1, 1, 0]);
    bits.add(&code(0x30 + u32::from(b'x'), 8));
    let repeat = [code(0b1100_0101, 8), code(0, 5)].concat();
    for _ in 0..bytes.div_ceil(LONGEST) {
        bits.add(&repeat);
    }
    bits.add(&code(0, 7));
    file.extend(bits.bytes);
    file.extend([0; 8]);
    file
}

/// A Huffman code, whose bits go out with the highest first.
fn code(code: u32, length: u32) -> Vec<u8> {
    (0..length)
        .rev()
        .map(|at| u8::from(code >> at & 1 == 1))
        .collect()
}

/// Bytes that are filled from their lowest bit on.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: usize,
}

impl Bits {
    fn add(&mut self, bits: &[u8]) {
        for bit in bits {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= bit << (self.used % 8);
            }
            self.used += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::gzip_bomb;

    #[test]
    fn a_bomb_is_a_small_part_of_what_it_unpacks_to() {
        let file = gzip_bomb(1 << 20);
        assert!(file.starts_with(&[0x1f, 0x8b, 8]));
        assert!(file.len() < (1 << 20) / 150, "{}", file.len());
        // What another implementation unpacked to 2 * 258 + 1 times the letter x.
        let small = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 0xab, 0x18, 0x05, 0xa3, 0x00, 0x00,
        ];
        assert!(gzip_bomb(300).starts_with(&small));
    }
}
