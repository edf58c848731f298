//! What a name says of what it names.
//!
//! A name is read as words: `contactPostal-code_2` is `contact postal code`. What it names stands at its end (`email_kind` is a
//! kind), so the words that tell are looked for there; a few tell wherever they stand. In the languages of the providers.

/// Why a value is not shown. A secret weighs more than a personal datum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `pii`
    Personal,
    /// `secret`
    Secret,
}

/// At the end of a name: a secret.
const SECRETS: &[&str] = &[
    "api key",
    "apikey",
    "app secret",
    "authorization header",
    "clave",
    "contrasena",
    "credential",
    "credentials",
    "cvc",
    "cvv",
    "kennwort",
    "otp",
    "passphrase",
    "passwd",
    "passwort",
    "password",
    "pin",
    "private key",
    "secret",
    "secret key",
    "token",
];

/// At the end of a name: of a person, or of a company that is a customer.
const PERSONAL: &[&str] = &[
    "account holder",
    "account name",
    "account number",
    "address",
    "address line",
    "anschrift",
    "apellido",
    "apellidos",
    "bban",
    "business name",
    "card number",
    "city",
    "company name",
    "direccion",
    "dni",
    "document number",
    "dob",
    "email",
    "e mail",
    "fax",
    "family name",
    "firm name",
    "first name",
    "firstname",
    "full name",
    "fullname",
    "gender",
    "given name",
    "hausnummer",
    "holder name",
    "house number",
    "iban",
    "id number",
    "income",
    "ip",
    "kontonummer",
    "last name",
    "lastname",
    "latitude",
    "legal name",
    "licence number",
    "license number",
    "longitude",
    "maiden name",
    "middle name",
    "mobile",
    "mobile number",
    "msisdn",
    "nachname",
    "national id",
    "national identifier",
    "nationality",
    "nie",
    "nif",
    "owner name",
    "passport",
    "passport number",
    "phone",
    "phone number",
    "plz",
    "post code",
    "postal code",
    "postcode",
    "profession",
    "register number",
    "registration number",
    "religion",
    "routing number",
    "salary",
    "sex",
    "social security number",
    "sort code",
    "ssn",
    "steuernummer",
    "strasse",
    "street",
    "street name",
    "street number",
    "suburb",
    "surname",
    "tax id",
    "tax number",
    "telefon",
    "telefono",
    "telephone",
    "tin",
    "user name",
    "username",
    "vat id",
    "vat number",
    "vorname",
    "wohnort",
    "zip",
    "zip code",
];

/// Wherever it stands: of a person.
const PERSONAL_ANYWHERE: &[&str] = &[
    "birth",
    "birthday",
    "birthdate",
    "birthplace",
    "geburtsdatum",
    "geburtsort",
    "nacimiento",
    "telefono",
];

/// What has a name that is personal, as in `Customer.name`.
const PEOPLE: &[&str] = &[
    "agent",
    "applicant",
    "beneficiary",
    "borrower",
    "company",
    "contact",
    "creditor",
    "customer",
    "debtor",
    "holder",
    "owner",
    "party",
    "payee",
    "payer",
    "person",
    "user",
];

/// What is no word of the thing itself, behind what is: which one of several, and what object it came in.
const BEHIND: &[&str] = &["data", "details", "info", "input", "request", "response"];

/// What a name says.
pub(super) fn kind(name: &str) -> Option<Kind> {
    let words = words(name);
    // With a space before it, no phrase begins in the middle of a word.
    let whole = format!(" {}", words.join(" "));
    let ends_in = |phrases: &[&str]| {
        let mut phrases = phrases.iter();
        phrases.any(|phrase| whole.ends_with(&format!(" {phrase}")))
    };
    if ends_in(SECRETS) {
        return Some(Kind::Secret);
    }
    let tells = |word: &String| PERSONAL_ANYWHERE.contains(&word.as_str());
    (ends_in(PERSONAL) || words.iter().any(tells)).then_some(Kind::Personal)
}

/// What `name` says where it is a property of `of`: that of somebody is personal.
pub(super) fn named(of: &str, name: &str) -> Option<Kind> {
    if name != "name" {
        return None;
    }
    let mut words = words(of);
    while words.last().is_some_and(|w| BEHIND.contains(&w.as_str())) {
        words.pop();
    }
    let last = words.last()?;
    let one = last.strip_suffix('s').unwrap_or(last);
    (PEOPLE.contains(&one) || PEOPLE.contains(&last.as_str())).then_some(Kind::Personal)
}

/// The words of a name, in small letters, without the number behind them that says which one of several it is.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in name.replace('ß', "ss").chars() {
        if letter.is_alphanumeric() {
            if !before.is_alphanumeric() || (letter.is_uppercase() && !before.is_uppercase()) {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(plain(letter));
            }
        }
        before = letter;
    }
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    {
        words.pop();
    }
    for word in &mut words {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if letters > 0 {
            word.truncate(letters);
        }
    }
    words
}

/// A letter without its accent.
fn plain(letter: char) -> impl Iterator<Item = char> {
    letter.to_lowercase().map(|letter| match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'î' | 'ï' => 'i',
        'ó' | 'ô' | 'ö' => 'o',
        'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_words_whatever_joins_them() {
        for name in [
            "contactPostalCode",
            "contact_postal-code",
            "ContactPostalCode2",
            "postal_code_1i",
        ] {
            assert_eq!(kind(name), Some(Kind::Personal), "{name}");
        }
        assert_eq!(words("IBANNumber"), ["ibannumber"]);
        assert_eq!(words("customerID"), ["customer", "id"]);
        assert_eq!(words("address2"), ["address"]);
    }

    #[test]
    fn what_a_name_names_stands_at_its_end() {
        for name in [
            "token_type",
            "email_kind",
            "address_id",
            "phoneCount",
            "password_changed_at",
            "city_code",
        ] {
            assert_eq!(kind(name), None, "{name}");
        }
    }

    #[test]
    fn secrets_weigh_more() {
        for name in [
            "access_token",
            "clientSecret",
            "Api-Key",
            "contraseña",
            "login_pin",
        ] {
            assert_eq!(kind(name), Some(Kind::Secret), "{name}");
        }
    }

    #[test]
    fn names_in_other_languages_tell_too() {
        for name in [
            "fecha_de_nacimiento",
            "teléfono",
            "Straße",
            "apellidos",
            "dob",
            "contact_date_of_birth_day",
        ] {
            assert_eq!(kind(name), Some(Kind::Personal), "{name}");
        }
    }
}
