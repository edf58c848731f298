//! What is known of the alternatives of a union, as static data.

/// The alternatives of a union, and what they are told apart by.
#[derive(Clone, Copy, Debug)]
pub struct Alternatives {
    pub(super) all: &'static [Alternative],
    pub(super) tag: Option<&'static str>,
    pub(super) any: bool,
}

impl Alternatives {
    /// One of these, told apart by what is in them.
    #[must_use]
    pub const fn one_of(all: &'static [Alternative]) -> Self {
        Self {
            all,
            tag: None,
            any: false,
        }
    }

    /// One or several of these at once.
    #[must_use]
    pub const fn any_of(all: &'static [Alternative]) -> Self {
        Self {
            all,
            tag: None,
            any: true,
        }
    }

    /// One of these, told apart by the field of this name.
    #[must_use]
    pub const fn tagged(tag: &'static str, all: &'static [Alternative]) -> Self {
        Self {
            all,
            tag: Some(tag),
            any: false,
        }
    }
}

/// What is known of one alternative.
#[derive(Clone, Copy, Debug)]
pub struct Alternative {
    kinds: u8,
    pub(super) tags: &'static [&'static str],
    required: &'static str,
    known: &'static str,
    pub(super) fixed: &'static [(&'static str, &'static [&'static str])],
    pub(super) texts: &'static [&'static str],
    pub(super) rest: Rest,
}

/// What becomes of fields that an alternative has no name for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    PassedOver,
    Kept,
    Refused,
}

/// The kinds of JSON value, as bits.
pub(super) mod kind {
    pub(in super::super) const NULL: u8 = 1;
    pub(in super::super) const BOOLEAN: u8 = 2;
    pub(in super::super) const NUMBER: u8 = 4;
    pub(in super::super) const TEXT: u8 = 8;
    pub(in super::super) const LIST: u8 = 16;
    pub(in super::super) const OBJECT: u8 = 32;
}

impl Alternative {
    const fn of(kinds: u8) -> Self {
        Self {
            kinds,
            tags: &[],
            required: "",
            known: "",
            fixed: &[],
            texts: &[],
            rest: Rest::PassedOver,
        }
    }

    /// Of no kind yet; see [`or`](Self::or).
    #[must_use]
    pub const fn none() -> Self {
        Self::of(0)
    }

    /// An object with these fields, of which the first ones are required: names with commas between them.
    #[must_use]
    pub const fn object(required: &'static str, known: &'static str) -> Self {
        let mut object = Self::of(kind::OBJECT);
        object.required = required;
        object.known = known;
        object
    }

    /// A list.
    #[must_use]
    pub const fn list() -> Self {
        Self::of(kind::LIST)
    }

    /// A text.
    #[must_use]
    pub const fn text() -> Self {
        Self::of(kind::TEXT)
    }

    /// A number.
    #[must_use]
    pub const fn number() -> Self {
        Self::of(kind::NUMBER)
    }

    /// `true` or `false`.
    #[must_use]
    pub const fn boolean() -> Self {
        Self::of(kind::BOOLEAN)
    }

    /// Also of the kinds of the other.
    #[must_use]
    pub const fn or(mut self, other: Self) -> Self {
        self.kinds |= other.kinds;
        self
    }

    /// The values of the tag.
    #[must_use]
    pub const fn tags(mut self, tags: &'static [&'static str]) -> Self {
        self.tags = tags;
        self
    }

    /// The fields that have one of a few values. One that has a single value must have it, if it is there.
    #[must_use]
    pub const fn fixed(
        mut self,
        fixed: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.fixed = fixed;
        self
    }

    /// The texts that are listed for it: it comes first for them.
    #[must_use]
    pub const fn texts(mut self, texts: &'static [&'static str]) -> Self {
        self.texts = texts;
        self
    }

    /// It keeps the fields that it has no name for.
    #[must_use]
    pub const fn keeps_rest(mut self) -> Self {
        self.rest = Rest::Kept;
        self
    }

    /// It has no fields but those.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.rest = Rest::Refused;
        self
    }

    pub(super) const fn is_of(&self, kind: u8) -> bool {
        self.kinds & kind != 0
    }

    pub(super) fn required(&self) -> impl Iterator<Item = &'static str> {
        self.required.split(',').filter(|name| !name.is_empty())
    }

    pub(super) fn knows(&self, name: &str) -> bool {
        !name.is_empty() && self.known.split(',').any(|known| known == name)
    }
}
