//! A colour as CSS writes it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Color;
use super::color::channel;

const NAMES: &str = include_str!("color_names.tsv");

/// See [`Color::parse`].
pub(super) fn parse(text: &str) -> Option<Color> {
    let text = text.trim().to_ascii_lowercase();
    if let Some(digits) = text.strip_prefix('#') {
        return from_hex(digits);
    }
    if text == "transparent" {
        return Some(Color {
            alpha: 0.0,
            ..Color::BLACK
        });
    }
    match text.split_once('(') {
        Some((name, rest)) => from_function(name, rest.strip_suffix(')')?),
        None => named(&text),
    }
}

fn from_hex(digits: &str) -> Option<Color> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let wide: String = match digits.len() {
        3 | 4 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 | 8 => digits.to_owned(),
        _ => return None,
    };
    let number = u32::from_str_radix(&wide, 16).ok()?;
    let [first, second, third, fourth] = number.to_be_bytes();
    Some(if wide.len() == 8 {
        Color {
            rgb: [first, second, third],
            alpha: f64::from(fourth) / 255.0,
        }
    } else {
        Color::solid([second, third, fourth])
    })
}

fn named(name: &str) -> Option<Color> {
    static COLORS: LazyLock<HashMap<&str, &str>> =
        LazyLock::new(|| NAMES.lines().filter_map(|line| line.split_once('\t')).collect());
    COLORS.get(name).and_then(|digits| from_hex(digits))
}

fn from_function(name: &str, parts: &str) -> Option<Color> {
    let parts: Vec<&str> = parts
        .split(|c: char| c == ',' || c == '/' || c.is_ascii_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let (three, alpha) = match parts[..] {
        [one, two, three] => ([one, two, three], 1.0),
        [one, two, three, alpha] => ([one, two, three], share(alpha)?.clamp(0.0, 1.0)),
        _ => return None,
    };
    let rgb = match name {
        "rgb" | "rgba" => {
            let [red, green, blue] = three.map(|part| match part.strip_suffix('%') {
                Some(percent) => number(percent).map(|percent| percent * 255.0 / 100.0),
                None => number(part),
            });
            [channel(red?), channel(green?), channel(blue?)]
        }
        "hsl" | "hsla" => {
            let [hue, saturation, lightness] = three;
            let hue = number(hue.strip_suffix("deg").unwrap_or(hue))?;
            let saturation = number(saturation.strip_suffix('%').unwrap_or(saturation))? / 100.0;
            let lightness = number(lightness.strip_suffix('%').unwrap_or(lightness))? / 100.0;
            from_hsl(hue, saturation.clamp(0.0, 1.0), lightness.clamp(0.0, 1.0))
        }
        _ => return None,
    };
    Some(Color { rgb, alpha })
}

/// CSS Color Module Level 4, section 7.1.
fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> [u8; 3] {
    let part = |place: f64| {
        let turned = (place + hue / 30.0).rem_euclid(12.0);
        let spread = saturation * lightness.min(1.0 - lightness);
        let value = lightness - spread * (turned - 3.0).min(9.0 - turned).clamp(-1.0, 1.0);
        channel(value * 255.0)
    };
    [part(0.0), part(8.0), part(4.0)]
}

fn share(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => number(percent).map(|percent| percent / 100.0),
        None => number(text),
    }
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
