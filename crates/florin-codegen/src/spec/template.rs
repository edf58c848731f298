//! The path of an operation, taken apart: what is sent as a path, what as a query, and where the values go.
//!
//! The key under `paths` is all three in one for some providers: `/loans?status=open`, `/loans{?page,size}`,
//! `/pay#confirm`, `/loans/{id:[0-9]+}`.

use super::percent_decoded;

/// A path, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Template {
    pieces: Vec<Piece>,
    /// Parameters of the query that the path has a value for.
    pub(crate) fixed: Vec<(String, String)>,
    /// Name on the wire and placeholder of those that it has none for.
    pub(crate) open: Vec<(String, String)>,
    /// What is behind a `#`, and is never sent.
    pub(crate) fragment: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(String),
}

impl Template {
    /// Takes a path apart. `None` where its braces don't match, or one holds no name.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let mut template = Self::default();
        let mut rest = path;
        while let Some(at) = rest.find(['{', '}', '?', '#']) {
            let (before, from) = rest.split_at(at);
            template.text(before);
            let behind = &from[1..];
            if from.starts_with('#') {
                template.fragment = Some(behind.to_owned());
                return Some(template);
            } else if from.starts_with('?') {
                template.query(behind)?;
                return Some(template);
            } else if from.starts_with('}') {
                return None;
            }
            let (inside, after) = braced(behind)?;
            rest = after;
            match inside.strip_prefix(['?', '&']) {
                Some(names) => {
                    let names = names.split(',').filter_map(plain);
                    let open = names.map(|name| (name.to_owned(), name.to_owned()));
                    template.open.extend(open);
                }
                None => {
                    let name = plain(inside)?.to_owned();
                    template.pieces.push(Piece::Placeholder(name));
                }
            }
        }
        template.text(rest);
        Some(template)
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    fn query(&mut self, behind: &str) -> Option<()> {
        let (query, fragment) = match behind.split_once('#') {
            Some((query, fragment)) => (query, Some(fragment.to_owned())),
            None => (behind, None),
        };
        self.fragment = fragment;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match value.strip_prefix('{').or_else(|| name.strip_prefix('{')) {
                Some(inside) => {
                    let (inside, _) = braced(inside)?;
                    let inside = plain(inside.trim_start_matches(['?', '&']))?;
                    let name = if name.starts_with('{') { inside } else { name };
                    self.open.push((name.to_owned(), inside.to_owned()));
                }
                None => self
                    .fixed
                    .push((percent_decoded(name), percent_decoded(value))),
            }
        }
        Some(())
    }

    /// What is sent as the path, each value marked by its name.
    pub(crate) fn path(&self) -> String {
        self.with(|name| name.to_owned())
    }

    /// The same, with other names.
    pub(crate) fn with(&self, name: impl Fn(&str) -> String) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Placeholder(placeholder) => format!("{{{}}}", name(placeholder)),
        };
        let path: String = self.pieces.iter().map(piece).collect();
        if path.starts_with('/') {
            path
        } else {
            format!("/{path}")
        }
    }

    /// The names of the values, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Placeholder(name) => Some(name.as_str()),
        })
    }
}

/// What stands up to the brace that closes this one, and what behind it: a pattern has braces of its own.
fn braced(behind: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, c) in behind.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some((&behind[..at], &behind[at + 1..])),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The name in `+name`, `name*`, `name?` and `name:[0-9]+`.
fn plain(inside: &str) -> Option<&str> {
    let name = inside.split_once(':').map_or(inside, |(name, _)| name);
    let name = name.trim().trim_start_matches(['+', '/', '.', ';', '*']);
    let name = name.trim_end_matches(['*', '?']).trim();
    let is_name = !name.is_empty() && !name.contains(['{', '/', '?', '#']);
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::Template;

    fn path(given: &str) -> Option<String> {
        Template::of(given).map(|template| template.path())
    }

    #[test]
    fn a_placeholder_is_its_name_wherever_it_stands() {
        for (given, made) in [
            ("/loans/{id}/terms", "/loans/{id}/terms"),
            ("/loans({id})", "/loans({id})"),
            ("/{a}:{b}.json", "/{a}:{b}.json"),
            ("/loans/{id:[0-9]{4}}/x", "/loans/{id}/x"),
            ("/files/{+path}", "/files/{path}"),
            ("/files/{path*}", "/files/{path}"),
            ("{id}", "/{id}"),
            ("", "/"),
        ] {
            assert_eq!(path(given).as_deref(), Some(made), "{given}");
        }
        for broken in ["/a/{id", "/a/id}", "/a/{}", "/a/{b{c}}"] {
            assert_eq!(path(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_query_in_the_path_is_no_path() {
        let template = Template::of("/loans{?page}?status=open&by={key}&all#x").unwrap_or_default();
        assert_eq!(template.path(), "/loans");
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(template.fixed, [pair("status", "open"), pair("all", "")]);
        assert_eq!(template.open, [pair("page", "page"), pair("by", "key")]);
        assert_eq!(template.fragment.as_deref(), Some("x"));
    }
}
