//! Values of a schema with a canary in every place that can hold one: the marked kind where the spec says that it is secret or
//! personal, and the plain kind elsewhere.

use florin_sandbox::samples::pointed::resolved;
use florin_sandbox::samples::{Judge, Way, sample};
use serde_json::{Map, Value, json};

use super::canary::{Kind, MARKED, PLAIN};

/// A value, and how much of it is canaries.
pub(crate) struct Planted {
    pub(crate) value: Value,
    /// The same with canaries in place of what is taken from a list of values: something that no list has yet.
    pub(crate) unlisted: Value,
    /// Places that hold one, marked or not.
    pub(crate) canaries: usize,
    /// Marked places that can hold none: flags, lists of values, small numbers.
    pub(crate) left: Vec<String>,
}

/// A place in a value where something may stand instead.
struct Leaf {
    pointer: String,
    made: Value,
    is_marked: bool,
    /// What may stand there, the best first.
    choices: Vec<Value>,
    is_listed: bool,
}

/// Plants canaries in the fullest value that a schema takes.
pub(crate) fn planted(document: &Value, schema: &Value, way: Way) -> Planted {
    let mut value = sample(document, schema, &[], way).value;
    if way == Way::Answered {
        more(&mut value, document, &[schema]);
    }
    let mut leaves = Vec::new();
    find(
        document,
        &Place::of(document, &[schema]),
        &value,
        "",
        &mut leaves,
    );
    let judge = Judge::new(document, schema, way);
    let before = judge.faults(&value).len();
    let mut turn = vec![0; leaves.len()];
    for _ in 0..12 {
        for (leaf, turn) in leaves.iter().zip(&turn) {
            let chosen = leaf.choices.get(*turn).unwrap_or(&leaf.made);
            *value.pointer_mut(&leaf.pointer).unwrap() = chosen.clone();
        }
        let faults = judge.faults(&value);
        if faults.len() <= before {
            break;
        }
        let mut changed = false;
        for (leaf, turn) in leaves.iter().zip(&mut turn) {
            let wrong = faults.iter().any(|(at, _)| at == &leaf.pointer);
            if wrong && *turn < leaf.choices.len() {
                *turn += 1;
                changed = true;
            }
        }
        // A union says that it fails as a whole: then every part of it gives way a little.
        if !changed {
            for (leaf, turn) in leaves.iter().zip(&mut turn) {
                let above = |at: &String| leaf.pointer.starts_with(at.as_str());
                *turn += usize::from(faults.iter().any(|(at, _)| above(at)));
            }
        }
    }
    let holds = |(leaf, turn): &(&Leaf, &usize)| **turn < leaf.choices.len();
    let canaries = leaves.iter().zip(&turn).filter(holds).count();
    let left = leaves.iter().zip(&turn).filter(|both| !holds(both));
    let left = left.filter(|(leaf, _)| leaf.is_marked);
    let mut unlisted = value.clone();
    for leaf in leaves.iter().filter(|leaf| leaf.is_listed) {
        let kind = if leaf.is_marked { &MARKED } else { &PLAIN };
        *unlisted.pointer_mut(&leaf.pointer).unwrap() = kind.text.into();
    }
    Planted {
        unlisted,
        canaries,
        left: left.map(|(leaf, _)| leaf.pointer.clone()).collect(),
        value,
    }
}

/// All schemas that speak of one place: what is referred to, merged, or an alternative.
struct Place<'a> {
    schemas: Vec<&'a Map<String, Value>>,
    is_marked: bool,
}

impl<'a> Place<'a> {
    fn of(document: &'a Value, schemas: &[&'a Value]) -> Self {
        let mut place = Self {
            schemas: Vec::new(),
            is_marked: false,
        };
        for schema in schemas {
            place.add(document, schema, 0);
        }
        place
    }

    fn add(&mut self, document: &'a Value, schema: &'a Value, depth: usize) {
        if depth > 12 {
            return;
        }
        for schema in [schema, resolved(document, schema)] {
            let Some(words) = schema.as_object() else {
                continue;
            };
            let is_password = words.get("format") == Some(&json!("password"));
            self.is_marked |= words.contains_key("x-sensitive") || is_password;
            if self.schemas.iter().any(|known| std::ptr::eq(*known, words)) {
                continue;
            }
            self.schemas.push(words);
            for word in ["allOf", "oneOf", "anyOf"] {
                for part in words
                    .get(word)
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                {
                    self.add(document, part, depth + 1);
                }
            }
        }
    }

    /// What speaks of a field, or of what a list holds.
    fn below(&self, document: &'a Value, name: Option<&str>) -> Self {
        let schemas: Vec<_> = match name {
            None => self.words("items").collect(),
            Some(name) => {
                let named: Vec<_> = self
                    .words("properties")
                    .filter_map(|all| all.get(name))
                    .collect();
                if named.is_empty() {
                    self.words("additionalProperties").collect()
                } else {
                    named
                }
            }
        };
        let mut below = Self::of(document, &schemas);
        // What no spec knows may be anything, and is nobody's business.
        below.is_marked |= self.is_marked || name.is_some() && schemas.is_empty();
        below
    }

    fn words(&self, word: &'static str) -> impl Iterator<Item = &'a Value> {
        self.schemas.iter().filter_map(move |words| words.get(word))
    }

    fn says(&self, word: &'static str, value: &str) -> bool {
        self.words(word).any(|known| known == value)
    }
}

fn find<'a>(
    document: &'a Value,
    place: &Place<'a>,
    value: &Value,
    pointer: &str,
    leaves: &mut Vec<Leaf>,
) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let escaped = name.replace('~', "~0").replace('/', "~1");
                let below = place.below(document, Some(name));
                find(
                    document,
                    &below,
                    member,
                    &format!("{pointer}/{escaped}"),
                    leaves,
                );
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let below = place.below(document, None);
                let mut below = below;
                below.is_marked |= place.is_marked;
                find(
                    document,
                    &below,
                    item,
                    &format!("{pointer}/{number}"),
                    leaves,
                );
            }
        }
        Value::Null => {}
        made => leaves.push(Leaf {
            pointer: pointer.to_owned(),
            made: made.clone(),
            is_marked: place.is_marked,
            choices: choices(place, made),
            is_listed: made.is_string() && place.words("enum").next().is_some(),
        }),
    }
}

/// What may stand in a place, in the order in which it is tried.
fn choices(place: &Place<'_>, made: &Value) -> Vec<Value> {
    let kind = if place.is_marked { &MARKED } else { &PLAIN };
    match made {
        Value::String(_) if place.words("enum").next().is_some() => Vec::new(),
        Value::String(_) => texts(place, kind),
        Value::Number(number) => {
            let whole = [13, 10, 7].map(|length| kind.digits[..length].parse::<u64>().unwrap());
            let mut choices: Vec<_> = whole.iter().map(|whole| json!(whole)).collect();
            if number.is_f64() {
                choices.insert(1, json!(whole[1] as f64 / 100.0));
            }
            choices
        }
        _ => Vec::new(),
    }
}

fn texts(place: &Place<'_>, kind: &Kind) -> Vec<Value> {
    let Kind {
        text,
        letters,
        digits,
        uuid,
        day,
    } = kind;
    let longest = place.words("maxLength").filter_map(Value::as_u64).min();
    let longest = usize::try_from(longest.unwrap_or(200)).unwrap();
    let mut choices = Vec::new();
    if place.says("format", "date") || place.says("format", "date-time") {
        choices.push((*day).to_owned());
        choices.push(format!("{day}T03:47:11.739Z"));
        choices.push(format!("{day}T03:47:11Z"));
    } else if place.says("format", "uuid") {
        choices.push((*uuid).to_owned());
    } else if place.says("format", "email") {
        choices.push(format!("{text}@example.com"));
    } else if place.says("format", "uri") {
        choices.push(format!("https://{text}.example/{text}?token={text}#{text}"));
    } else if place.says("format", "decimal") {
        choices.push(format!("{}.{}", &digits[..7], &digits[7..9]));
    }
    for core in [text, letters, digits] {
        if longest >= 8 {
            let core = &core[..core.len().min(longest)];
            choices.push(core.to_owned());
            choices.push(core.to_ascii_uppercase());
        }
    }
    for spelt in [
        format!("+{digits}"),
        format!("{}.{}", &digits[..7], &digits[7..9]),
        format!("https://example.com/{text}"),
        (*uuid).to_owned(),
        (*day).to_owned(),
        format!("DE{digits}0000000")[..22].to_owned(),
        digits[..11].to_owned(),
        digits[..9].to_owned(),
    ] {
        choices.push(spelt);
    }
    choices.into_iter().map(Value::String).collect()
}

/// A field that no spec knows, in every object that leaves room for one.
fn more(value: &mut Value, document: &Value, schemas: &[&Value]) {
    let place = Place::of(document, schemas);
    if place
        .schemas
        .iter()
        .any(|words| words.contains_key("oneOf"))
    {
        return;
    }
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                let named: Vec<_> = place
                    .words("properties")
                    .filter_map(|all| all.get(name))
                    .collect();
                more(member, document, &named);
            }
            let closed = json!(false);
            let is_object = place.words("properties").next().is_some();
            if is_object
                && place
                    .words("additionalProperties")
                    .all(|word| word != &closed)
            {
                members.insert("somethingNew".to_owned(), json!("text"));
            }
        }
        Value::Array(items) => {
            let below: Vec<_> = place.words("items").collect();
            for item in items {
                more(item, document, &below);
            }
        }
        _ => {}
    }
}
