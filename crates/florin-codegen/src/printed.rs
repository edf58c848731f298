//! The tree as text, item by item: what is printed is dropped, so that tree and text are never there in full together.

use syn::{Item, ItemMod};

/// Prints a file, with this at the end of the module `types`.
pub(crate) fn printed(file: syn::File, name: &str, builders: &str) -> String {
    let mut code = format!("// Made by florin-codegen from {name}; not to be edited.\n\n");
    for item in file.items {
        match item {
            Item::Mod(module) if module.content.is_some() => {
                let more = match module.ident == "types" {
                    true => builders,
                    false => "",
                };
                print_module(module, more, &mut code);
            }
            item => push(&prettyplease::unparse(&of(item)), &mut code),
        }
    }
    code
}

fn print_module(mut module: ItemMod, more: &str, code: &mut String) {
    let items = module
        .content
        .as_mut()
        .map(|(_, items)| std::mem::take(items))
        .unwrap_or_default();
    let shell = ItemMod {
        attrs: Vec::new(),
        ..module.clone()
    };
    let head = prettyplease::unparse(&of(Item::Mod(module)));
    if items.is_empty() && more.is_empty() {
        push(&head, code);
        return;
    }
    push(head.trim_end().trim_end_matches('}'), code);
    code.push('\n');
    let mut around = shell;
    for item in items {
        if let Some((_, items)) = &mut around.content {
            items.clear();
            items.push(item);
        }
        let file = of(Item::Mod(around));
        let text = prettyplease::unparse(&file);
        // Between the lines that open and close the module, as deep as it will stand.
        let inner = text.split_once('\n').map_or("", |(_, rest)| rest);
        push(inner.trim_end().trim_end_matches('}'), code);
        around = match file.items.into_iter().next() {
            Some(Item::Mod(module)) => module,
            _ => return,
        };
    }
    push(more, code);
    code.push_str("}\n");
}

fn of(item: Item) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    }
}

/// rustc refuses a comment that changes the direction of text. In a literal, they are escaped by now.
fn push(text: &str, code: &mut String) {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.is_ascii() {
        code.push_str(text);
    } else {
        code.extend(text.chars().filter(|c| !turns(*c)));
    }
}
