//! How a value is spelled in a query, a form, a path or a header: the styles of OpenAPI.
//!
//! They are those of OpenAPI 3.0.4, whose table follows RFC 6570. What it leaves open is refused, with one exception:
//! `deepObject` has a spelling that servers agree on for what is nested, `x[a][b]=1`, `x[]=1` for a list of single values
//! and `x[0][a]=1` for a list of anything else. PHP, Rack and `qs` read it so, and providers with such parameters expect it.
//!
//! All that comes from a value is escaped, reserved characters too: no value adds a parameter or a piece of path.

use crate::query::escape;
use crate::written::{Unwritable, Written};

/// How a value becomes name-value pairs: in a query, or as a field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PairStyle {
    /// `form`: a list repeats the name (`x=a&x=b`), an object adds its fields (`a=1&b=2`).
    Form,
    /// `form` with `explode: false`: `x=a,b`.
    Comma,
    /// `spaceDelimited`: `x=a%20b`. A value with a blank in it is refused.
    Space,
    /// `pipeDelimited`: `x=a%7Cb`. A value with a `|` in it is refused.
    Pipe,
    /// `deepObject`: `x[a]=1`, `x[a][b]=1`, `x[]=1`, `x[0][a]=1`.
    DeepObject,
    /// No style, but `application/json`: the value's JSON.
    Json,
}

/// How a value becomes one text: in a path, or as a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextStyle {
    /// `simple`: `a,b`, and `k,1,l,2` of an object.
    Simple,
    /// `simple` with `explode: true`: `a,b`, and `k=1,l=2`.
    SimpleExploded,
    /// `label`: `.a,b`, and `.k,1,l,2`.
    Label,
    /// `label` with `explode: true`: `.a.b`, and `.k=1.l=2`.
    LabelExploded,
    /// `matrix`: `;x=a,b`, and `;x=k,1,l,2`.
    Matrix,
    /// `matrix` with `explode: true`: `;x=a;x=b`, and `;k=1;l=2`.
    MatrixExploded,
    /// No style, but `application/json`: the value's JSON.
    Json,
}

/// A name, and the values that stand behind it with something between them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
    pub(crate) between: &'static str,
}

impl Pair {
    pub(crate) fn one(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            values: vec![value.into()],
            between: "",
        }
    }

    /// As a form holds it, before it is escaped.
    pub(crate) fn joined(self) -> Result<(String, String), Unwritable> {
        if self.values.len() > 1 && self.values.iter().any(|value| value.contains(self.between)) {
            return Err(ambiguous(self.between));
        }
        Ok((self.name, self.values.join(self.between)))
    }

    /// Appends it to a query.
    pub(crate) fn append(&self, query: &mut String) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.extend(escape(&self.name));
        query.push('=');
        let between = match self.between {
            "," => ",".to_owned(),
            other => escape(other).to_string(),
        };
        for (at, value) in self.values.iter().enumerate() {
            if at > 0 {
                query.push_str(&between);
            }
            query.extend(escape(value));
        }
    }
}

const TOO_DEEP: &str =
    "holds a list or an object inside another, which name-value pairs can't express";

fn ambiguous(between: &str) -> Unwritable {
    Unwritable(format!(
        "holds a value with {between:?} in it, which is what stands between two values here"
    ))
}

/// The pairs of a value. Of an object in the style `Form`, `name` is not needed. JSON has been written by now.
pub(crate) fn pairs(
    name: Option<&str>,
    value: Written,
    style: PairStyle,
) -> Result<Vec<Pair>, Unwritable> {
    let mut out = Vec::new();
    if value == Written::Absent {
        return Ok(out);
    }
    let named = || name.ok_or_else(|| Unwritable("is a bare value where a name is needed".into()));
    match (style, value) {
        (PairStyle::DeepObject, value) => deep(named()?.to_owned(), value, &mut out)?,
        (PairStyle::Form | PairStyle::Json, Written::Object(fields)) => {
            for (key, value) in fields {
                flat(key, value, &mut out)?;
            }
        }
        (PairStyle::Form | PairStyle::Json, value) => flat(named()?.to_owned(), value, &mut out)?,
        (PairStyle::Comma | PairStyle::Space | PairStyle::Pipe, value) => {
            let between = match style {
                PairStyle::Space => " ",
                PairStyle::Pipe => "|",
                _ => ",",
            };
            let values = row(value)?;
            // Escaped, a comma in a value is another one than that between two.
            if between != "," && values.len() > 1 && values.iter().any(|v| v.contains(between)) {
                return Err(ambiguous(between));
            }
            if !values.is_empty() {
                out.push(Pair {
                    name: named()?.to_owned(),
                    values,
                    between,
                });
            }
        }
    }
    Ok(out)
}

fn flat(name: String, value: Written, out: &mut Vec<Pair>) -> Result<(), Unwritable> {
    match value {
        Written::Absent => {}
        Written::Text(text) => out.push(Pair::one(name, text)),
        Written::List(items) => {
            for item in items {
                match item {
                    Written::Text(text) => out.push(Pair::one(name.clone(), text)),
                    _ => return Err(Unwritable(TOO_DEEP.into())),
                }
            }
        }
        Written::File(_) => return Err(file()),
        Written::Object(_) => return Err(Unwritable(TOO_DEEP.into())),
    }
    Ok(())
}

fn file() -> Unwritable {
    Unwritable("holds a file where only text can stand".into())
}

/// The values of a list, or the keys and values of an object.
fn row(value: Written) -> Result<Vec<String>, Unwritable> {
    let one = |value| match value {
        Written::Text(text) => Ok(text),
        Written::File(_) => Err(file()),
        _ => Err(Unwritable(TOO_DEEP.into())),
    };
    match value {
        Written::Absent => Ok(Vec::new()),
        Written::List(items) => items.into_iter().map(one).collect(),
        Written::Object(fields) => {
            let mut row = Vec::with_capacity(fields.len() * 2);
            for (key, value) in fields {
                row.push(key);
                row.push(one(value)?);
            }
            Ok(row)
        }
        single => one(single).map(|text| vec![text]),
    }
}

fn deep(name: String, value: Written, out: &mut Vec<Pair>) -> Result<(), Unwritable> {
    match value {
        Written::Absent => {}
        Written::Text(text) => out.push(Pair::one(name, text)),
        Written::List(items) => {
            let single = items.iter().all(|item| item.text().is_some());
            for (at, item) in items.into_iter().enumerate() {
                let name = match single {
                    true => format!("{name}[]"),
                    false => format!("{name}[{at}]"),
                };
                deep(name, item, out)?;
            }
        }
        Written::Object(fields) => {
            for (key, value) in fields {
                if key.contains(['[', ']']) {
                    return Err(Unwritable("holds a name with a bracket in it".into()));
                }
                deep(format!("{name}[{key}]"), value, out)?;
            }
        }
        Written::File(_) => return Err(file()),
    }
    Ok(())
}

/// The one text of a value, each piece of it through `piece`. `None` where there is nothing to write.
pub(crate) fn text(
    name: &str,
    value: Written,
    style: TextStyle,
    piece: &dyn Fn(&str) -> Result<String, Unwritable>,
) -> Result<Option<String>, Unwritable> {
    use TextStyle::{Label, LabelExploded, Matrix, MatrixExploded, SimpleExploded};
    let exploded = matches!(style, SimpleExploded | LabelExploded | MatrixExploded);
    let between = match style {
        LabelExploded => ".",
        MatrixExploded => ";",
        _ => ",",
    };
    let (start, named) = match style {
        Label | LabelExploded => (".", false),
        Matrix | MatrixExploded => (";", true),
        _ => ("", false),
    };
    let before = |value: String| match (named, value.is_empty()) {
        (false, _) => value,
        (true, true) => name.to_owned(),
        (true, false) => format!("{name}={value}"),
    };
    let body = match value {
        Written::Absent => return Ok(None),
        // A single value stands for itself, whatever is in it.
        Written::Text(text) if start.is_empty() => {
            return Ok(Some(piece(&text).unwrap_or(text)));
        }
        Written::Text(text) => before(piece(&text)?),
        Written::Object(fields) if exploded => {
            let fields = fields.iter().map(|(key, value)| {
                let value = value.text().ok_or_else(|| Unwritable(TOO_DEEP.into()))?;
                Ok(format!("{}={}", piece(key)?, piece(value)?))
            });
            fields.collect::<Result<Vec<_>, _>>()?.join(between)
        }
        value => {
            let row = row(value)?.into_iter().map(|value| piece(&value));
            let row = row.collect::<Result<Vec<_>, _>>()?;
            if row.is_empty() {
                return Ok(None);
            }
            match exploded && named {
                true => row
                    .into_iter()
                    .map(before)
                    .collect::<Vec<_>>()
                    .join(between),
                false => before(row.join(between)),
            }
        }
    };
    Ok((!body.is_empty()).then(|| format!("{start}{body}")))
}

/// A piece of a path.
pub(crate) fn escaped(text: &str) -> Result<String, Unwritable> {
    Ok(escape(text).to_string())
}

/// A piece of a header, which knows no escapes.
pub(crate) fn bare(text: &str) -> Result<String, Unwritable> {
    match text.contains(',') {
        true => Err(ambiguous(",")),
        false => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;

    fn query(value: &Value, style: PairStyle) -> Result<String, String> {
        let written = Written::of(value).map_err(|e| e.to_string())?;
        let mut query = String::new();
        for pair in pairs(Some("color"), written, style).map_err(|e| e.to_string())? {
            pair.append(&mut query);
        }
        Ok(query.trim_start_matches('?').to_owned())
    }

    fn path(value: &Value, style: TextStyle) -> Option<String> {
        text("color", Written::of(value).unwrap(), style, &escaped).unwrap()
    }

    fn list() -> Value {
        json!(["blue", "black", "brown"])
    }

    fn object() -> Value {
        json!({ "R": 100, "G": 200, "B": 150 })
    }

    #[test]
    fn the_table_of_style_examples_for_queries() {
        use PairStyle::{Comma, DeepObject, Form, Pipe, Space};
        for (style, value, written) in [
            (Form, json!(""), "color="),
            (Form, json!("blue"), "color=blue"),
            (Form, list(), "color=blue&color=black&color=brown"),
            (Form, object(), "B=150&G=200&R=100"),
            (Comma, json!(""), "color="),
            (Comma, json!("blue"), "color=blue"),
            (Comma, list(), "color=blue,black,brown"),
            (Comma, object(), "color=B,150,G,200,R,100"),
            (Space, list(), "color=blue%20black%20brown"),
            (Space, object(), "color=B%20150%20G%20200%20R%20100"),
            (Pipe, list(), "color=blue%7Cblack%7Cbrown"),
            (Pipe, object(), "color=B%7C150%7CG%7C200%7CR%7C100"),
            (
                DeepObject,
                object(),
                "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100",
            ),
        ] {
            assert_eq!(query(&value, style).unwrap(), written, "{style:?}");
        }
    }

    #[test]
    fn the_table_of_style_examples_for_paths() {
        use TextStyle::{Label, LabelExploded, Matrix, MatrixExploded, Simple, SimpleExploded};
        for (style, value, written) in [
            (Matrix, json!(""), ";color"),
            (Matrix, json!("blue"), ";color=blue"),
            (Matrix, list(), ";color=blue,black,brown"),
            (Matrix, object(), ";color=B,150,G,200,R,100"),
            (MatrixExploded, json!(""), ";color"),
            (
                MatrixExploded,
                list(),
                ";color=blue;color=black;color=brown",
            ),
            (MatrixExploded, object(), ";B=150;G=200;R=100"),
            (Label, json!("blue"), ".blue"),
            (Label, list(), ".blue,black,brown"),
            (Label, object(), ".B,150,G,200,R,100"),
            (LabelExploded, list(), ".blue.black.brown"),
            (LabelExploded, object(), ".B=150.G=200.R=100"),
            (Simple, json!("blue"), "blue"),
            (Simple, list(), "blue,black,brown"),
            (Simple, object(), "B,150,G,200,R,100"),
            (SimpleExploded, list(), "blue,black,brown"),
            (SimpleExploded, object(), "B=150,G=200,R=100"),
        ] {
            assert_eq!(path(&value, style).as_deref(), Some(written), "{style:?}");
        }
        for style in [Simple, Label, LabelExploded, Matrix, MatrixExploded] {
            assert_eq!(path(&json!([]), style), None, "{style:?}");
            assert_eq!(path(&json!({}), style), None, "{style:?}");
            assert_eq!(path(&Value::Null, style), None, "{style:?}");
        }
    }

    #[test]
    fn what_is_nested_goes_in_brackets_as_deep_as_it_is() {
        for (value, written) in [
            (json!({ "a": { "b": { "c": 1 } } }), "color[a][b][c]=1"),
            (json!({ "a": ["x", "y"] }), "color[a][]=x&color[a][]=y"),
            (
                json!({ "a": [{ "b": 1 }, { "b": 2 }] }),
                "color[a][0][b]=1&color[a][1][b]=2",
            ),
            (json!([1, { "b": 2 }]), "color[0]=1&color[1][b]=2"),
            (
                json!([[1], [2, 3]]),
                "color[0][]=1&color[1][]=2&color[1][]=3",
            ),
            (json!({ "a": {}, "b": [], "c": null }), ""),
            (json!({ "a": "" }), "color[a]="),
            (json!("blue"), "color=blue"),
            (
                json!({ "a&b=c": "d&e=f#g" }),
                "color[a%26b%3Dc]=d%26e%3Df%23g",
            ),
            (
                json!({ "ñ": "日本 +" }),
                "color[%C3%B1]=%E6%97%A5%E6%9C%AC%20%2B",
            ),
        ] {
            let query = query(&value, PairStyle::DeepObject).unwrap();
            assert_eq!(query.replace("%5B", "[").replace("%5D", "]"), written);
        }
        let hostile = json!({ "a][b": 1 });
        assert!(query(&hostile, PairStyle::DeepObject).is_err());
    }

    #[test]
    fn no_value_adds_a_parameter_or_a_piece_of_path() {
        let hostile = json!(["a,b", "c&d=e", "f/../g"]);
        assert_eq!(
            query(&hostile, PairStyle::Comma).unwrap(),
            "color=a%2Cb,c%26d%3De,f%2F..%2Fg"
        );
        assert_eq!(
            path(&hostile, TextStyle::Matrix).unwrap(),
            ";color=a%2Cb,c%26d%3De,f%2F..%2Fg"
        );
        assert_eq!(
            path(&json!({ "a;b=": "c" }), TextStyle::MatrixExploded).unwrap(),
            ";a%3Bb%3D=c"
        );
        for (style, value) in [(PairStyle::Space, "a b"), (PairStyle::Pipe, "a|b")] {
            let refusal = query(&json!([value, "c"]), style).unwrap_err();
            assert!(refusal.starts_with("holds a value with"), "{refusal}");
            assert!(!refusal.contains(value), "{refusal}");
            assert!(query(&json!(value), style).is_ok());
        }
        let header = |value: &Value| {
            let written = Written::of(value).unwrap();
            text("X", written, TextStyle::Simple, &bare).map_err(|e| e.to_string())
        };
        assert_eq!(header(&json!("a,b")).unwrap().unwrap(), "a,b");
        assert!(header(&json!(["a,b", "c"])).is_err());
    }

    #[test]
    fn what_has_no_spelling_is_refused() {
        for style in [PairStyle::Form, PairStyle::Comma, PairStyle::Pipe] {
            assert!(query(&json!([["a"]]), style).is_err());
            assert!(query(&json!({ "a": { "b": 1 } }), style).is_err());
        }
        let nested = Written::of(&BTreeMap::from([("a", [[1]])])).unwrap();
        assert!(text("x", nested, TextStyle::MatrixExploded, &escaped).is_err());
    }
}
