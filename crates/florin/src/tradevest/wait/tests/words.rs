//! Statuses and reasons as words.

use super::*;
use crate::tradevest::Notification;

#[test]
fn a_status_is_a_word_whatever_its_case_and_canceled_in_either_spelling() {
    for spelled in ["CANCELED", "CANCELLED", "cancelled", " Canceled "] {
        assert_eq!(Status::from(spelled), Status::CANCELED, "{spelled}");
    }
    assert_eq!(Status::from("brand_new").to_string(), "BRAND_NEW");
    assert_eq!(Status::said("  "), None);
    let stored = serde_json::to_string(&Status::FILLED).unwrap();
    assert_eq!(stored, r#""FILLED""#);
    assert_eq!(
        serde_json::from_str::<Status>(&stored).unwrap(),
        Status::FILLED
    );
}

#[test]
fn what_is_no_word_of_the_providers_isn_t_shown() {
    let odd = Status::from("Ana Kovač");
    assert!(!format!("{odd:?}").contains("ANA"), "{odd:?}");
    assert_eq!(format!("{:?}", Status::from("filled")), "FILLED");
}

#[test]
fn a_reason_shows_its_code_and_keeps_its_words_to_itself() {
    let notification = invalid().to_string();
    let notification =
        Notification::parse(EventType::DigitalAssetOrder, notification.as_bytes()).unwrap();
    let reason = Reason::from(notification.validation_error().unwrap());
    assert_eq!(reason.error_type(), Some("DATA_NOT_FOUND_ERROR"));
    assert_eq!(reason.description(), Some("Ana Kovač has no wallet"));
    assert_eq!(reason.to_string(), "DATA_NOT_FOUND_ERROR");
    let refused = UpdateRefused {
        reason: Some(reason.clone()),
    };
    assert_eq!(
        refused.to_string(),
        "the change was refused: DATA_NOT_FOUND_ERROR"
    );
    let words = Reason::in_words(Some("Ana Kovač has no money")).unwrap();
    let shown = format!("{reason:?} {refused:?} {words:?} {words}");
    assert!(!shown.contains("Ana"), "{shown}");
    let stored = serde_json::to_string(&reason).unwrap();
    assert_eq!(serde_json::from_str::<Reason>(&stored).unwrap(), reason);
    assert_eq!(Reason::in_words(Some(" ")), None);
}
