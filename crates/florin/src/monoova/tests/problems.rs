//! What went wrong, in each of the host's languages.

use super::super::*;
use super::*;

async fn error(status: u16, body: &'static str) -> Error {
    client(&answering(status, body))
        .deal(7001)
        .read()
        .await
        .unwrap_err()
}

async fn problems(status: u16, body: &'static str) -> Problems {
    let error = error(status, body).await;
    let problems = error.problems().unwrap();
    for text in [
        format!("{error} {error:#} {error:?}"),
        format!("{problems:?}"),
    ] {
        assert!(!text.contains("c4nary"), "{text}");
    }
    for problem in problems.iter() {
        assert!(!format!("{problem:?}").contains("c4nary"));
    }
    problems
}

fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    texts.collect()
}

#[tokio::test(start_paused = true)]
async fn texts_are_told_by_record_and_by_field() {
    let problems = problems(
        422,
        r#"{"errors":{"transaction":["c4nary","b"],"transaction.value_date":["is past"],"transactions":["c"]}}"#,
    )
    .await;
    assert_eq!(problems.language(), Language::Records);
    assert_eq!(texts(problems.for_key("transaction")), ["c4nary", "b"]);
    assert_eq!(
        texts(problems.for_key("transaction.value_date")),
        ["is past"]
    );
    assert_eq!(texts(problems.for_key("transaction.")), [""; 0]);
    assert_eq!(texts(problems.starting_with("transaction.")), ["is past"]);
    assert_eq!(texts(problems.starting_with("trans")).len(), 4);
    assert_eq!(texts(problems.texts()).len(), 4);
    assert_eq!(problems.trace_id(), None);
}

#[tokio::test(start_paused = true)]
async fn values_that_are_no_lists_are_read_as_well() {
    let problems = problems(
        400,
        r#"{"errors":{"a":"c4nary","b":{"c":["d","e"],"f":7},"g":null,"h":[["i"],{"j":"k"}],"l":true}}"#,
    )
    .await;
    let all: Vec<_> = problems
        .iter()
        .map(|problem| (problem.key().unwrap(), problem.text()))
        .collect();
    assert_eq!(
        all,
        [
            ("a", "c4nary"),
            ("b.c", "d"),
            ("b.c", "e"),
            ("b.f", "7"),
            ("h", "i"),
            ("h.j", "k"),
            ("l", "true"),
        ]
    );
    let single = self::problems(400, r#"{"errors":"c4nary"}"#).await;
    assert_eq!(
        (single.language(), texts(single.texts())),
        (Language::Records, vec!["c4nary"])
    );
}

#[tokio::test(start_paused = true)]
async fn codes_come_with_their_messages_and_the_trace() {
    let problems = problems(
        401,
        r#"{"traceId":"t-1","errors":[{"errorCode":"E1","errorMessage":"c4nary"},{"errorCode":2},"bare",{"x":1}]}"#,
    )
    .await;
    assert_eq!(
        (problems.language(), problems.trace_id()),
        (Language::Codes, Some("t-1"))
    );
    let all: Vec<_> = problems
        .iter()
        .map(|problem| (problem.code(), problem.text()))
        .collect();
    assert_eq!(
        all,
        [
            (Some("E1"), "c4nary"),
            (Some("2"), ""),
            (None, "bare"),
            (None, r#"{"x":1}"#)
        ]
    );
    let one = self::problems(
        500,
        r#"{"traceId":"t","errorCode":"E","errorMessage":"c4nary"}"#,
    )
    .await;
    assert_eq!(
        (one.language(), texts(one.texts())),
        (Language::Codes, vec!["c4nary"])
    );
}

#[tokio::test(start_paused = true)]
async fn the_words_of_oauth_are_a_code_and_a_text() {
    let problems = problems(
        403,
        r#"{"error":"insufficient_scope","error_description":"c4nary"}"#,
    )
    .await;
    assert_eq!(problems.language(), Language::OAuth);
    let all: Vec<_> = problems.iter().collect();
    assert_eq!(
        (all[0].code(), all[0].text()),
        (Some("insufficient_scope"), "c4nary")
    );
}

#[tokio::test(start_paused = true)]
async fn what_stands_beside_the_errors_comes_after_them_without_a_key_and_once() {
    for (body, expected) in [
        (
            r#"{"errors":{"a":["x"]},"message":"c4nary","error":"unprocessable"}"#,
            vec!["x", "c4nary", "unprocessable"],
        ),
        (
            r#"{"errors":[{"errorCode":"7","errorMessage":"x"}],"message":"x","error":"7"}"#,
            vec!["x"],
        ),
        (
            r#"{"error":"7","error_description":"x","message":"c4nary"}"#,
            vec!["x", "c4nary"],
        ),
        (
            r#"{"errors":{"a":["x"]},"message":" ","error":{}}"#,
            vec!["x"],
        ),
    ] {
        let problems = problems(422, body).await;
        assert_eq!(texts(problems.texts()), expected, "{body}");
        let beside = problems.iter().skip(1);
        assert!(beside.map(Problem::key).all(|key| key.is_none()), "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn anything_else_is_kept_as_it_is_with_its_status() {
    for body in [
        "<html>c4nary</html>",
        "c4nary",
        r#"{"message":"c4nary"}"#,
        r#"["c4nary"]"#,
        r#"{"errors":{},"x":"c4nary"}"#,
        r#"{"errors":null,"x":"c4nary"}"#,
        r#"{"errors":{"a":[]},"x":"c4nary"}"#,
    ] {
        let problems = problems(502, body).await;
        assert_eq!(
            (problems.language(), texts(problems.texts())),
            (Language::Text, vec![body])
        );
        assert_eq!(error(502, body).await.status().unwrap().as_u16(), 502);
    }
}

#[tokio::test(start_paused = true)]
async fn where_nothing_was_said_there_is_nothing() {
    assert!(error(500, "").await.problems().is_none());
    assert!(error(500, " \n").await.problems().is_none());
    // No answer at all.
    assert!(error(0, "").await.problems().is_none());
    let refused = client(&answering(200, "{}")).deal(7001).update([]).await;
    assert!(refused.unwrap_err().problems().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_success_has_problems_only_where_it_names_some() {
    let named = problems(200, r#"{"errors":{"transaction":["c4nary"]}}"#).await;
    assert_eq!(texts(named.for_key("transaction")), ["c4nary"]);
    for body in ["<html>", "{}", r#"{"id":9,"status":"open"}"#] {
        assert!(error(200, body).await.problems().is_none(), "{body}");
    }
}
