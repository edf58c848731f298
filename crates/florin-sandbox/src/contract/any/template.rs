//! Path templates as specs write them: several placeholders in a piece, text around them, no two alike.

use std::collections::HashMap;

use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The templates of a spec, those with the most fixed text first.
#[derive(Debug, Default)]
pub(crate) struct Templates {
    all: Vec<Template>,
    /// What paths may begin with, the longest first.
    bases: Vec<String>,
}

#[derive(Debug)]
struct Template {
    segments: Vec<Vec<Piece>>,
    methods: HashMap<Method, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Name(String),
}

/// What a path is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// An operation, with what stands for its placeholders: as it was sent, still percent-encoded.
    Operation(usize, Vec<(String, String)>),
    MethodNotAllowed,
    Nothing,
}

impl Templates {
    pub(super) fn new(mut bases: Vec<String>) -> Self {
        bases.push(String::new());
        bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
        bases.dedup();
        Self {
            all: Vec::new(),
            bases,
        }
    }

    pub(super) fn serve(&mut self, path: &str, methods: HashMap<Method, usize>) {
        // What some specs write behind the path is none of it.
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let segments = path
            .trim_start_matches('/')
            .split('/')
            .map(pieces)
            .collect();
        self.all.push(Template { segments, methods });
        self.all.sort_by_key(|template| {
            let is_named = |piece: &Piece| matches!(piece, Piece::Name(_));
            let named: Vec<_> = template
                .segments
                .iter()
                .map(|segment| segment.iter().filter(|piece| is_named(piece)).count())
                .collect();
            named
        });
    }

    pub(crate) fn find(&self, method: &Method, path: &str) -> Found {
        let mut found = Found::Nothing;
        for base in &self.bases {
            let Some(rest) = path.strip_prefix(base.as_str()) else {
                continue;
            };
            let sent: Vec<_> = rest.trim_start_matches('/').split('/').collect();
            for template in &self.all {
                let Some(values) = template.values(&sent) else {
                    continue;
                };
                if let Some(operation) = template.methods.get(method) {
                    return Found::Operation(*operation, values);
                }
                found = Found::MethodNotAllowed;
            }
        }
        found
    }
}

impl Template {
    fn values(&self, sent: &[&str]) -> Option<Vec<(String, String)>> {
        if sent.len() != self.segments.len() {
            return None;
        }
        let mut values = Vec::new();
        for (segment, sent) in self.segments.iter().zip(sent) {
            if let [Piece::Name(name)] = segment.as_slice() {
                values.push((name.clone(), (*sent).to_owned()));
            } else {
                let decoded = percent_decode_str(sent).decode_utf8_lossy();
                within(segment, &decoded, &mut values)?;
            }
        }
        Some(values)
    }
}

fn pieces(segment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((text, name, after)) = rest.split_once('{').and_then(|(text, after)| {
        after
            .split_once('}')
            .map(|(name, after)| (text, name, after))
    }) {
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        pieces.push(Piece::Name(name.to_owned()));
        rest = after;
    }
    if !rest.is_empty() || pieces.is_empty() {
        let decoded = percent_decode_str(rest).decode_utf8_lossy();
        pieces.push(Piece::Text(decoded.into_owned()));
    }
    pieces
}

/// Takes a piece of path apart. A placeholder ends where the text behind it is first.
fn within(pieces: &[Piece], sent: &str, values: &mut Vec<(String, String)>) -> Option<()> {
    match pieces {
        [] => sent.is_empty().then_some(()),
        [Piece::Text(text), rest @ ..] => within(rest, sent.strip_prefix(text.as_str())?, values),
        [Piece::Name(name), rest @ ..] => {
            let ends = sent.char_indices().map(|(at, _)| at).skip(1);
            for end in ends.chain([sent.len()]) {
                let known = values.len();
                let value = utf8_percent_encode(&sent[..end], NON_ALPHANUMERIC).to_string();
                values.push((name.clone(), value));
                if within(rest, &sent[end..], values).is_some() {
                    return Some(());
                }
                values.truncate(known);
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paths: &[&str], sent: &str) -> Found {
        let mut templates = Templates::new(vec!["/v1".to_owned()]);
        for (at, path) in paths.iter().enumerate() {
            templates.serve(path, HashMap::from([(Method::GET, at)]));
        }
        templates.find(&Method::GET, sent)
    }

    #[test]
    fn fixed_text_goes_before_a_placeholder_whatever_the_order() {
        let paths = ["/a/{x}", "/a/own", "/{y}/own"];
        assert_eq!(found(&paths, "/v1/a/own"), Found::Operation(1, vec![]));
        let id = vec![("x".to_owned(), "7%2F8".to_owned())];
        assert_eq!(found(&paths, "/a/7%2F8"), Found::Operation(0, id));
        assert_eq!(found(&paths, "/a"), Found::Nothing);
    }

    #[test]
    fn a_piece_may_have_text_and_several_placeholders() {
        let paths = ["/f/{a}-{b}.pdf", "/ü/{c}:cancel", "/q?x=y"];
        let values = |sent| match found(&paths, sent) {
            Found::Operation(_, values) => values.into_iter().map(|(_, value)| value).collect(),
            other => panic!("{other:?}"),
        };
        let both: Vec<String> = values("/v1/f/1-2-3.pdf");
        assert_eq!(both, ["1", "2%2D3"]);
        assert_eq!(values("/%C3%BC/4:cancel"), ["4"]);
        assert_eq!(values("/%C3%BC/4%3Acancel"), ["4"]);
        assert!(values("/q").is_empty());
    }
}
