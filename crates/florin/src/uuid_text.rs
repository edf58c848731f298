//! UUIDs, which providers take and give as text.

/// Whether it is a UUID in its usual text form, of any version.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_is_told_from_other_text() {
        assert!(is_uuid("e7c52ad3-0473-4fbc-bc36-7eb755b1c18d"));
        assert!(is_uuid("E7C52AD3-0473-4FBC-BC36-7EB755B1C18D"));
        for text in [
            "",
            "e7c52ad304734fbcbc367eb755b1c18d",
            "e7c52ad3-0473-4fbc-bc36-7eb755b1c18",
            "g7c52ad3-0473-4fbc-bc36-7eb755b1c18d",
            "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d ",
            "e7c52ad3-0473-4fbc-bc36_7eb755b1c18d",
        ] {
            assert!(!is_uuid(text), "{text:?}");
        }
    }
}
