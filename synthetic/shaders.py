"""GLSL of the renderer. The numbers of parts and patterns are those of `Part` and `Pattern`."""

from __future__ import annotations

from typing import Final

NOISE: Final = """
float hash(vec3 p) {
    return fract(sin(dot(p, vec3(12.9898, 78.233, 37.719))) * 43758.5453);
}
float noise(vec3 p) {
    vec3 cell = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    float sum = 0.0;
    for (int k = 0; k < 8; k++) {
        vec3 corner = vec3(k & 1, (k >> 1) & 1, (k >> 2) & 1);
        vec3 w = mix(1.0 - f, f, corner);
        sum += w.x * w.y * w.z * hash(cell + corner);
    }
    return sum;
}
"""
"""Smooth noise in [0, 1] over space."""

PERSON_VERTEX: Final = """#version 330
uniform mat4 view_projection, placement;
in vec3 position, normal, rest;
in float part, limb, rest_normal_y;
out vec3 world_normal, body, world;
out float limb_share, facing_y;
flat out int part_id;
void main() {
    vec4 placed = placement * vec4(position, 1.0);
    world = placed.xyz;
    world_normal = mat3(placement) * normal;
    body = rest;
    part_id = int(part + 0.5);
    limb_share = limb;
    facing_y = rest_normal_y;
    gl_Position = view_projection * placed;
}"""

PERSON_FRAGMENT: Final = (
    """#version 330
in vec3 world_normal, body, world;
in float limb_share, facing_y;
flat in int part_id;
out vec4 colour;
uniform vec3 skin, hair, top, top_second, inner, bottom, bottom_second, shoes, bag;
uniform float sleeve, trouser, pattern_scale, opening;
uniform float hem_z, waist_z, head_z, skirt_z, hair_z;
uniform int top_pattern, bottom_pattern, logo, bald, dress, coat, hood;
uniform vec3 light_direction, light_colour, sky_colour, ground_colour, eye;

"""
    + NOISE
    + """vec3 patterned(int pattern, vec3 a, vec3 b, vec3 r) {
    float s = pattern_scale;
    if (pattern == 1) return mix(a, b, step(0.5, fract(r.z * s)));
    if (pattern == 2) return mix(a, b, step(0.6, fract(r.x * s)));
    if (pattern == 3)
        return mix(a, b, 0.5 * step(0.5, fract(r.z * s)) + 0.5 * step(0.5, fract(r.x * s)));
    if (pattern == 4) return mix(a, b, step(0.55, noise(r * s * 1.6)));
    if (pattern == 5) return r.z > mix(hem_z, head_z, 0.62) ? b : a;
    if (pattern == 6) return mix(a, b, smoothstep(hem_z, head_z, r.z));
    return a;
}
vec3 top_of(vec3 r) { return patterned(top_pattern == 5 ? 0 : top_pattern, top, top_second, r); }
vec3 bottom_of(vec3 r) { return patterned(bottom_pattern, bottom, bottom_second, r); }

vec3 head_colour(vec3 r) {
    float hairline = head_z + 0.075 - 0.13 * smoothstep(-0.06, 0.03, r.y);
    vec3 c = skin;
    if (r.z > hairline && bald == 0) c = hair * (0.8 + 0.4 * noise(r * vec3(160.0, 160.0, 20.0)));
    if (facing_y < -0.2) {
        vec2 eye_at = vec2(abs(r.x) - 0.031, r.z - head_z - 0.047);
        if (length(eye_at * vec2(1.0, 1.6)) < 0.013) c = vec3(0.12, 0.09, 0.08);
        vec2 brow = vec2(abs(r.x) - 0.033, r.z - head_z - 0.066);
        if (abs(brow.x) < 0.017 && abs(brow.y) < 0.005 && bald == 0) c = mix(skin, hair, 0.8);
        vec2 mouth = vec2(r.x, r.z - head_z + 0.022);
        if (abs(mouth.x) < 0.022 && abs(mouth.y) < 0.006) c = skin * vec3(0.8, 0.5, 0.5);
    }
    if (hood == 1 && (r.y > -0.05 || r.z > head_z + 0.14)) c = top;
    if (coat == 1 && opening < 0.01 && r.z < head_z - 0.075) c = top;
    return c;
}
vec3 torso_colour(vec3 r) {
    if (r.z <= hem_z) return bottom_of(r);
    vec3 c = patterned(top_pattern, top, top_second, r);
    if (facing_y < -0.1 && abs(r.x) < opening * (1.0 + 0.6 * (r.z - hem_z))) c = inner;
    bool on_chest = abs(r.x) < 0.09 && abs(r.z - mix(hem_z, head_z, 0.62)) < 0.06;
    if (logo == 1 && facing_y < -0.3 && on_chest) c = inner;
    return c;
}
vec3 skirt_colour(vec3 r) {
    if (r.z < skirt_z || r.z > waist_z + 0.1) discard;
    if (coat == 1 && facing_y < -0.2 && abs(r.x) < opening) discard;
    return coat == 1 || dress == 1 ? top_of(r) : bottom_of(r);
}
vec3 hair_colour(vec3 r) {
    if (r.z < hair_z || (facing_y < -0.25 && r.z < head_z + 0.06)) discard;
    return hair * (0.8 + 0.4 * noise(r * vec3(160.0, 160.0, 20.0)));
}
vec3 surface(vec3 r) {
    switch (part_id) {
        case 0: return torso_colour(r);
        case 1: return limb_share < sleeve ? top_of(r) : skin;
        case 2: return limb_share < trouser ? bottom_of(r) : skin;
        case 3: return shoes;
        case 4: return head_colour(r);
        case 5: return skin;
        case 6: return skirt_colour(r);
        case 9: return hair_colour(r);
        default: return bag;
    }
}
void main() {
    vec3 c = surface(body);
    c *= (0.93 + 0.14 * noise(body * 70.0)) * (0.94 + 0.12 * noise(body * 14.0));
    vec3 n = normalize(world_normal);
    if (!gl_FrontFacing) n = -n;
    bool bare = part_id == 4 || part_id == 5;
    vec3 bump = vec3(noise(body * 30.0), noise(body * 30.0 + 7.0), noise(body * 30.0 + 13.0)) - 0.5;
    n = normalize(n + (bare ? 0.06 : 0.25) * bump);
    // Wrapped diffuse light: cloth and skin scatter, the shadow side is no hard line.
    float diffuse = max((dot(n, light_direction) + 0.25) / 1.25, 0.0);
    vec3 ambient = mix(ground_colour, sky_colour, 0.5 + 0.5 * n.z);
    float near_ground = mix(0.6, 1.0, smoothstep(0.0, 0.5, world.z));
    vec3 to_eye = normalize(eye - world);
    float shine = pow(max(dot(reflect(-light_direction, n), to_eye), 0.0), 12.0) * 0.05;
    vec3 lit = c * (ambient * near_ground + light_colour * diffuse) + shine * light_colour;
    colour = vec4(lit, 1.0);
}"""
)

SHADOW_VERTEX: Final = """#version 330
uniform mat4 view_projection, placement;
uniform vec3 light_direction;
in vec3 position;
void main() {
    vec4 p = placement * vec4(position, 1.0);
    // Along the light onto the ground; a hair above it, so that the view keeps it in front.
    p.xy -= light_direction.xy * (p.z / max(light_direction.z, 0.2));
    p.z = 0.0;
    gl_Position = view_projection * p;
}"""

SHADOW_FRAGMENT: Final = """#version 330
out vec4 colour;
void main() { colour = vec4(1.0, 0.0, 0.0, 1.0); }"""

BACKDROP_VERTEX: Final = """#version 330
in vec2 corner;
out vec2 at;
void main() {
    at = corner * 0.5 + 0.5;
    gl_Position = vec4(corner, 0.9999, 1.0);
}"""

BACKDROP_FRAGMENT: Final = """#version 330
in vec2 at;
out vec4 colour;
uniform sampler2D backdrop, shadow;
uniform float shadow_strength;
uniform vec2 pixel;
void main() {
    float dark = 0.0;
    for (int x = -2; x <= 2; x++)
        for (int y = -1; y <= 1; y++)
            dark += texture(shadow, at + vec2(x, y) * pixel).r;
    vec3 c = texture(backdrop, vec2(at.x, 1.0 - at.y)).rgb;
    colour = vec4(c * (1.0 - shadow_strength * dark / 15.0), 1.0);
}"""
