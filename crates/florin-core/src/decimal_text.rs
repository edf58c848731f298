//! The text of a decimal: what is read, and what is said about the rest.

use std::fmt;

/// The longest piece of a refused text that an error repeats.
const QUOTED: usize = 40;

/// The most digits after the point that a decimal holds.
const MAX_SCALE: u32 = 28;

/// A text or number that can't become a [`Decimal`](crate::Decimal), or a decimal that can't be written as asked.
///
/// `Display` says what is wrong. It repeats the text only if that looks like a number, and at most 40 characters of it,
/// so that a name which turns up in the place of an amount stays out of logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecimalError {
    quoted: Box<str>,
    problem: Problem,
}

impl DecimalError {
    pub(crate) fn new(text: &str, problem: Problem) -> Self {
        let numeric = |c: char| {
            c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',' | '\'' | ' ' | 'e' | 'E')
        };
        let quoted = if !text.chars().all(numeric) {
            format!("a text of {} characters", text.chars().count())
        } else if text.is_empty() {
            "a text".to_owned()
        } else if text.len() > QUOTED {
            format!("`{}…`", &text[..QUOTED])
        } else {
            format!("`{text}`")
        };
        Self {
            quoted: quoted.into(),
            problem,
        }
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.quoted, self.problem)
    }
}

impl std::error::Error for DecimalError {}

/// What is wrong with a decimal. `Display` repeats nothing of the value, so it may go into any log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Empty,
    NotANumber,
    Grouping,
    TooManyDigits,
    Float,
    JsonNumber,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty, where a decimal number belongs",
            Self::NotANumber => "not a decimal number; write it like -1850600.00",
            Self::Grouping => "misplaced comma; write 1850600.00 or 1,850,600.00, with a point for decimals",
            Self::TooManyDigits => "more than the 28 digits that a decimal holds",
            Self::Float => {
                "more than the 15 significant digits that a JSON number keeps here; as a string it is read in full"
            }
            Self::JsonNumber => {
                "too many digits for a JSON number to be exact; round to 15 significant ones, or send a string where \
                 the provider takes one"
            }
        })
    }
}

/// Reads `text` exactly. `rust_decimal`'s own parser would round what it can't hold.
pub(crate) fn parse(text: &str) -> Result<rust_decimal::Decimal, Problem> {
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    let (negative, unsigned) = text
        .strip_prefix('-')
        .map_or((false, text), |rest| (true, rest));
    let (number, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(read_exponent(exponent)?)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((_, "")) => return Err(Problem::NotANumber),
        Some(parts) => parts,
        None => (number, ""),
    };
    if whole.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    if !whole
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b',')
    {
        return Err(Problem::NotANumber);
    }
    if whole.contains(',') && (exponent.is_some() || !is_grouped(whole)) {
        return Err(Problem::Grouping);
    }
    // Zeros past what a decimal holds say nothing, so they may go.
    let fraction = if fraction.len() > MAX_SCALE as usize {
        fraction.trim_end_matches('0')
    } else {
        fraction
    };
    let mut mantissa: i128 = 0;
    for digit in whole
        .bytes()
        .chain(fraction.bytes())
        .filter(u8::is_ascii_digit)
    {
        let shifted = mantissa.checked_mul(10).ok_or(Problem::TooManyDigits)?;
        mantissa = shifted
            .checked_add(i128::from(digit - b'0'))
            .ok_or(Problem::TooManyDigits)?;
    }
    let places = i64::try_from(fraction.len()).map_err(|_| Problem::TooManyDigits)?;
    let (mantissa, scale) = fit(mantissa, places - exponent.unwrap_or(0))?;
    let signed = if negative { -mantissa } else { mantissa };
    rust_decimal::Decimal::try_from_i128_with_scale(signed, scale)
        .map_err(|_| Problem::TooManyDigits)
}

/// Brings `scale` into the range 0 to 28 without changing the value.
fn fit(mut mantissa: i128, mut scale: i64) -> Result<(i128, u32), Problem> {
    if mantissa == 0 {
        return Ok((
            0,
            u32::try_from(scale.clamp(0, i64::from(MAX_SCALE))).unwrap_or(0),
        ));
    }
    while scale > i64::from(MAX_SCALE) && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    while scale < 0 {
        mantissa = mantissa.checked_mul(10).ok_or(Problem::TooManyDigits)?;
        scale += 1;
    }
    match u32::try_from(scale) {
        Ok(scale) if scale <= MAX_SCALE => Ok((mantissa, scale)),
        _ => Err(Problem::TooManyDigits),
    }
}

/// The number after the `e`.
fn read_exponent(text: &str) -> Result<i64, Problem> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::NotANumber);
    }
    // Far beyond any decimal, and small enough to calculate with.
    let size = digits.parse::<i64>().unwrap_or(i64::MAX).min(1_000_000);
    Ok(if text.starts_with('-') { -size } else { size })
}

/// Whether the commas in `whole` stand where thousands separators stand: `1,850,600`, or the Indian `18,50,600`.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.rsplit(',').map(str::len);
    let last = groups.next();
    let rest: Vec<usize> = groups.collect();
    let Some((&first, middle)) = rest.split_last() else {
        return false;
    };
    let western = middle.iter().all(|&length| length == 3) && (1..=3).contains(&first);
    let indian = middle.iter().all(|&length| length == 2) && (1..=2).contains(&first);
    last == Some(3) && (western || indian) && !whole.starts_with('0')
}
