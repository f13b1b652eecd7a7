"""GLSL of the layers. The numbers of parts are those of `Part`, of cloth those of `Layer`."""

from __future__ import annotations

from typing import Final

from synthetic.shaders import NOISE

LAYERS_VERTEX: Final = (
    """#version 330
uniform mat4 view_projection, placement;
uniform vec3 light_direction, light_colour, sky_colour, ground_colour, eye;
uniform float gloss, folds;
in vec3 position, normal, rest;
in float part, limb, rest_normal_y;
out vec3 body, lit_front, lit_back, shine;
out float limb_share, facing_y;
flat out int part_id;
"""
    + NOISE
    + """vec3 received(vec3 n, float height) {
    float diffuse = max((dot(n, light_direction) + 0.25) / 1.25, 0.0);
    vec3 ambient = mix(ground_colour, sky_colour, 0.5 + 0.5 * n.z);
    return ambient * mix(0.6, 1.0, smoothstep(0.0, 0.5, height)) + light_colour * diffuse;
}
void main() {
    vec4 placed = placement * vec4(position, 1.0);
    body = rest;
    part_id = int(part + 0.5);
    limb_share = limb;
    facing_y = rest_normal_y;
    // Light is reckoned per vertex: they lie closer than the pixels of a crop.
    vec3 n = normalize(mat3(placement) * normal);
    bool bare = part_id == 4 || part_id == 5;
    // Folds are longer along the body than across it.
    vec3 at = rest * vec3(26.0, 26.0, 11.0);
    vec3 bump = vec3(noise(at), noise(at + 7.0), noise(at + 13.0)) - 0.5;
    n = normalize(n + (bare ? 0.06 : 2.0 * folds) * bump);
    float grain = 0.92 + 0.16 * noise(rest * 60.0);
    lit_front = grain * received(n, placed.z);
    lit_back = grain * received(-n, placed.z);
    vec3 to_eye = normalize(eye - placed.xyz);
    float mirrored = max(dot(reflect(-light_direction, n), to_eye), 0.0);
    shine = pow(mirrored, 10.0) * gloss * light_colour;
    gl_Position = view_projection * placed;
}"""
)

LAYERS_FRAGMENT: Final = """#version 330
in vec3 body, lit_front, lit_back, shine;
in float limb_share, facing_y;
flat in int part_id;
layout(location = 0) out vec4 colour;
layout(location = 1) out vec4 belongs;  // top, bottom, skin and hair, things
uniform sampler2DArray cloth;
uniform vec3 skin, hair, shoes, trim;
uniform float sleeve, trouser, opening;
uniform float hem_z, waist_z, head_z, skirt_z, hair_z;
uniform int bald, dress, coat, hood, belt, scarf, strap, side_stripe;

const vec4 TOP = vec4(1, 0, 0, 0), BOTTOM = vec4(0, 1, 0, 0), BARE = vec4(0, 0, 1, 0);
const vec4 THING = vec4(0, 0, 0, 1);
vec4 group;

vec3 cloth_of(int layer, float across, float up) {
    return texture(cloth, vec3(across / 0.64 + 0.5, up / 0.64, float(layer))).rgb;
}
vec3 of_torso(vec3 r) {
    // Seen from the side the cloth goes on round the body.
    bool side = abs(facing_y) < 0.45;
    float across = side ? r.y + 0.2 * sign(r.x) : r.x;
    return cloth_of(side ? 2 : (facing_y < 0.0 ? 0 : 1), across, r.z - hem_z);
}
vec3 of_sleeve(vec3 r) { return cloth_of(2, r.y, limb_share * 0.55); }
vec3 of_leg(vec3 r, int layer) {
    return cloth_of(layer, abs(facing_y) < 0.45 ? r.y : r.x, r.z);
}
vec3 head_colour(vec3 r) {
    group = BARE;
    if (scarf == 1 && r.z < head_z - 0.045) { group = THING; return trim; }
    float hairline = head_z + 0.075 - 0.13 * smoothstep(-0.06, 0.03, r.y);
    vec3 c = skin;
    if (r.z > hairline && bald == 0) c = hair;
    if (facing_y < -0.2) {
        vec2 eye_at = vec2(abs(r.x) - 0.031, r.z - head_z - 0.047);
        if (length(eye_at * vec2(1.0, 1.6)) < 0.013) c = vec3(0.12, 0.09, 0.08);
    }
    bool hooded = hood == 1 && (r.y > -0.05 || r.z > head_z + 0.14);
    bool collar = coat == 1 && opening < 0.01 && r.z < head_z - 0.075;
    if (hooded || collar) { group = TOP; c = cloth_of(2, r.x, r.z); }
    return c;
}
vec3 torso_colour(vec3 r) {
    group = BOTTOM;
    if (strap == 1 && r.z > hem_z && abs(r.x * 0.8 + (r.z - mix(hem_z, head_z, 0.5))) < 0.03) {
        group = THING;
        return cloth_of(6, 0.0, 0.0);
    }
    if (belt == 1 && abs(r.z - hem_z) < 0.02) { group = THING; return trim; }
    if (r.z <= hem_z) return of_leg(r, dress == 1 ? 4 : 3);
    group = TOP;
    if (scarf == 1 && r.z > head_z - 0.13) { group = THING; return trim; }
    if (facing_y < -0.1 && abs(r.x) < opening * (1.0 + 0.6 * (r.z - hem_z)))
        return cloth_of(5, r.x, r.z - hem_z);
    return of_torso(r);
}
vec3 leg_colour(vec3 r) {
    if (limb_share >= trouser) { group = BARE; return skin; }
    group = BOTTOM;
    if (side_stripe == 1 && abs(facing_y) < 0.25) return trim;
    return of_leg(r, 3);
}
vec3 arm_colour(vec3 r) {
    if (limb_share >= sleeve) { group = BARE; return skin; }
    group = TOP;
    return of_sleeve(r);
}
vec3 skirt_colour(vec3 r) {
    if (r.z < skirt_z || r.z > waist_z + 0.1) discard;
    if (coat == 1 && facing_y < -0.2 && abs(r.x) < opening) discard;
    group = coat == 1 || dress == 1 ? TOP : BOTTOM;
    return of_leg(r, 4);
}
vec3 hair_colour(vec3 r) {
    if (r.z < hair_z || (facing_y < -0.25 && r.z < head_z + 0.06)) discard;
    group = BARE;
    return hair;
}
vec3 surface(vec3 r) {
    group = THING;
    switch (part_id) {
        case 0: return torso_colour(r);
        case 1: return arm_colour(r);
        case 2: return leg_colour(r);
        case 3: return shoes;
        case 4: return head_colour(r);
        case 5: group = BARE; return skin;
        case 6: return skirt_colour(r);
        case 9: return hair_colour(r);
        default: return cloth_of(6, r.x + r.y, r.z);
    }
}
void main() {
    vec3 c = surface(body);
    colour = vec4(c * (gl_FrontFacing ? lit_front : lit_back) + shine, 1.0);
    belongs = group;
}"""
