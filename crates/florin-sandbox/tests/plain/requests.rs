//! Requests are held against the spec, in all styles and media types.

use reqwest::Method;

use super::Harbour;

#[tokio::test]
async fn parameters_are_read_in_their_styles() {
    let harbour = Harbour::open().await;
    for (query, wrong) in [
        ("", ""),
        (
            "?filter[state]=open&filter[above]=3&filter[tags][]=a&filter[tags][]=b",
            "",
        ),
        ("?filter[above]=much", "query filter /above"),
        ("?ids=1,2,3&piped=a%7Cb", ""),
        ("?ids=1,x", "query ids /1"),
        ("?spec=%7B%22a%22:1%7D", ""),
        ("?spec=%7B%7D", "query spec"),
        ("?spec=no", "query spec: is not JSON"),
        ("?when=4", ""),
        ("?when=2026-11-22", ""),
        ("?when=soon", "query when"),
        (
            "?other=1",
            "query other: this operation takes no such parameter",
        ),
    ] {
        let request = harbour.authorised(Method::GET, &format!("/payments{query}"));
        let (status, said) = harbour.said(request).await;
        assert_eq!(
            status,
            if wrong.is_empty() { 200 } else { 400 },
            "{query}: {said}"
        );
        assert!(said.contains(wrong), "{query}: {said}");
    }
}

#[tokio::test]
async fn headers_and_cookies_are_checked() {
    let harbour = Harbour::open().await;
    for (name, value, wrong) in [
        ("range", "from,1,to,2", ""),
        ("range", "from,1,to,far", "header range /to"),
        ("cookie", "a=b; session=abc", ""),
        ("cookie", "session=ab", "cookie session"),
        ("tenant", "x", "header tenant"),
    ] {
        let request = harbour
            .authorised(Method::GET, "/payments")
            .header(name, value);
        let (status, said) = harbour.said(request).await;
        assert_eq!(
            status,
            if wrong.is_empty() { 200 } else { 400 },
            "{value}: {said}"
        );
        assert!(said.contains(wrong), "{value}: {said}");
    }
}

#[tokio::test]
async fn bodies_are_checked_in_each_media_type() {
    let harbour = Harbour::open().await;
    for (media_type, body, wanted) in [
        (
            "application/json",
            r#"{"amount": 1.5, "kind": "sepa", "note": null}"#,
            201,
        ),
        ("application/json", r#"{"amount": 0, "kind": "sepa"}"#, 400),
        (
            "application/json",
            r#"{"amount": 1, "kind": "sepa", "more": 1}"#,
            400,
        ),
        ("application/json", "{", 400),
        (
            "application/x-www-form-urlencoded",
            "amount=1.5&kind=sepa",
            201,
        ),
        (
            "application/x-www-form-urlencoded",
            "amount=x&kind=sepa",
            400,
        ),
        ("text/plain; charset=utf-8", "pay 5", 201),
        ("text/plain", "take 5", 400),
        ("image/png", "\u{1}", 201),
        ("application/xml", "<a/>", 415),
    ] {
        let request = harbour.authorised(Method::POST, "/payments");
        let request = request.header("content-type", media_type).body(body);
        let (status, said) = harbour.said(request).await;
        assert_eq!(status, wanted, "{media_type} {body}: {said}");
    }
    let nothing = harbour
        .said(harbour.authorised(Method::POST, "/payments"))
        .await;
    assert!(nothing.0 == 400 && nothing.1.contains("body: is required"));
}

#[tokio::test]
async fn parts_are_texts_and_files() {
    let harbour = Harbour::open().await;
    let part = |head: &str, content: &str| {
        format!("--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let file = part("name=\"file\"; filename=\"a.pdf\"", "%PDF");
    let tags = part("name=\"tags\"", "x") + &part("name=\"tags\"", "y");
    for (note, wanted) in [("4", 202), ("four", 400)] {
        let body = format!("{}{file}{tags}--b--\r\n", part("name=\"note\"", note));
        let request = harbour.request(Method::PUT, "/payments");
        let request = request
            .header("content-type", "multipart/form-data; boundary=b")
            .body(body);
        let (status, said) = harbour.said(request).await;
        assert_eq!(status, wanted, "{said}");
    }
}

#[tokio::test]
async fn pieces_of_a_path_may_hold_several_parameters() {
    let harbour = Harbour::open().await;
    let id = "6f1c2d3e-4a5b-4c6d-8e7f-000000000001";
    for (path, wanted) in [
        (format!("/payments/{id}.pdf/;rows=1;rows=2"), 302),
        (format!("/payments/{id}.doc/;rows=1"), 400),
        (format!("/payments/{id}.pdf/;rows=x"), 400),
        (format!("/payments/{id}.pdf"), 404),
    ] {
        let request = harbour.request(Method::GET, &path).basic_auth(
            florin_sandbox::plain::USERNAME,
            Some(florin_sandbox::plain::PASSWORD),
        );
        let cookie = format!("pass={}", florin_sandbox::plain::API_KEY);
        let (status, said) = harbour.said(request.header("cookie", cookie)).await;
        assert_eq!(status, wanted, "{path}: {said}");
    }
    let received = harbour.plain().received();
    let called = received[0].operation.as_deref();
    assert_eq!(called, Some("GET /payments/{id}.{format}/{rows}"));
}
