#!/usr/bin/python3
"""Reference values for the tests of images: PNG files of every kind as Pillow reads them, resizing as Pillow does it, affine maps as PyTorch samples them.

Pillow writes no interlaced files and chooses filters itself, so that the files are put together here, with all filters in turn; Pillow then reads them.
Where it keeps fewer bits than the file has (16 bits of colours), its values are compared with the upper bits of those that were written.
Writes tests/NetGen.Runtime.Tests/Data/Images/reference.json.
"""
import base64
import io
import json
import pathlib
import random
import struct
import zlib

import numpy
import torch
from PIL import Image

SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pack(samples, depth):
    bits = "".join(format(sample, f"0{depth}b") for sample in samples)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def paeth(a, b, c):
    p = a + b - c
    return min(((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c)))[2]


def filtered(row, above, back, kind):
    result = bytearray([kind])
    for i, value in enumerate(row):
        a = row[i - back] if i >= back else 0
        c = above[i - back] if i >= back else 0
        b = above[i]
        result.append((value - (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]) % 256)
    return bytes(result)


def png(pixels, colour, depth, interlaced, extra=(), parts=1):
    """pixels: rows of pixels of samples."""
    height, width = len(pixels), len(pixels[0])
    raw, kind = b"", 0
    for left, top, right, down in ADAM7 if interlaced else ((0, 0, 1, 1),):
        above = None
        for y in range(top, height, down):
            row = pack([sample for x in range(left, width, right) for sample in pixels[y][x]], depth)
            if not row:
                continue
            raw += filtered(row, above or bytes(len(row)), max(1, SAMPLES[colour] * depth // 8), kind % 5)
            above, kind = row, kind + 1
    data = zlib.compress(raw, 9)
    size = (len(data) + parts - 1) // parts
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))
            + b"".join(chunk(*one) for one in extra) + b"".join(chunk(b"IDAT", data[i:i + size]) for i in range(0, len(data), size))
            + chunk(b"tIME", bytes(7)) + chunk(b"IEND", b""))


def check(name, file, channels):
    """Compares with what Pillow reads."""
    image = Image.open(io.BytesIO(file))
    image.load()
    if image.mode in ("I", "I;16"):
        found = numpy.asarray(image).astype(numpy.int64)[None] / 65535
    else:
        mode = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[len(channels)]
        found = numpy.asarray(image.convert(mode)).astype(numpy.float64).reshape(image.height, image.width, -1).transpose(2, 0, 1) / 255
    expected = numpy.asarray(channels)
    # 16 bits lose their lower half, and smaller depths are spread over 0 ... 255.
    assert numpy.abs(found - expected).max() < 1 / 255, (name, numpy.abs(found - expected).max())


def cases():
    rng = random.Random(1)
    for colour, depths in DEPTHS.items():
        for depth in depths:
            for interlaced in (0, 1):
                for height, width in ((7, 11), (1, 1), (5, 3)):
                    for transparent in (False, True) if colour in (0, 2, 3) else (False,):
                        yield case(rng, colour, depth, interlaced, height, width, transparent)


def case(rng, colour, depth, interlaced, height, width, transparent):
    top = (1 << depth) - 1
    colours = min(top, 199) + 1
    pixels = [[[rng.randrange(colours) if colour == 3 else rng.choice((0, top, rng.randrange(top + 1))) for _ in range(SAMPLES[colour])]
               for _ in range(width)] for _ in range(height)]
    extra, scale = [], top
    channels = [[[pixel[sample] for pixel in row] for row in pixels] for sample in range(SAMPLES[colour])]
    if colour == 3:
        palette = [[rng.randrange(256) for _ in range(3)] for _ in range(colours)]
        extra.append((b"PLTE", bytes(sum(palette, []))))
        channels = [[[palette[pixel[0]][sample] for pixel in row] for row in pixels] for sample in range(3)]
        scale = 255
        if transparent:
            opacity = [rng.randrange(256) for _ in range((colours + 1) // 2)]
            extra.append((b"tRNS", bytes(opacity)))
            channels.append([[opacity[pixel[0]] if pixel[0] < len(opacity) else 255 for pixel in row] for row in pixels])
    elif transparent:
        key = pixels[0][0]
        extra.append((b"tRNS", b"".join(struct.pack(">H", sample) for sample in key)))
        channels.append([[0 if pixel == key else top for pixel in row] for row in pixels])
    file = png(pixels, colour, depth, interlaced, extra, parts=rng.choice((1, 3)))
    name = f"colour {colour}, {depth} bits, {'interlaced' if interlaced else 'plain'}, {width}x{height}{', transparent' if transparent else ''}"
    # Pillow compares a transparent colour with the pixels where both have 8 bits alone.
    seen = channels if not transparent or colour == 3 or depth == 8 else channels[:-1]
    check(name, file, [[[value / scale for value in row] for row in channel] for channel in seen])
    return {"name": name, "file": base64.b64encode(file).decode(), "height": height, "width": width, "channels": len(channels), "maximum": scale,
            "values": [value for channel in channels for row in channel for value in row]}


def written_by_pillow():
    rng = numpy.random.default_rng(2)
    for mode, channels in (("L", 1), ("RGB", 3), ("RGBA", 4), ("LA", 2)):
        y, x = numpy.mgrid[0:33, 0:40]
        pixels = ((x[..., None] * 5 + y[..., None] * numpy.arange(1, channels + 1) + rng.integers(0, 9, (33, 40, channels))) % 256).astype(numpy.uint8)
        buffer = io.BytesIO()
        Image.fromarray(pixels[..., 0] if channels == 1 else pixels, mode).save(buffer, "PNG", optimize=True)
        yield {"name": f"Pillow's {mode}", "file": base64.b64encode(buffer.getvalue()).decode(), "height": 33, "width": 40, "channels": channels, "maximum": 255,
               "values": pixels.transpose(2, 0, 1).reshape(-1).tolist()}


def picture(height, width):
    """The pixels of the tests: ((37 i) mod 101) / 101."""
    return ((numpy.arange(height * width) * 37 % 101) / 101).astype(numpy.float32).reshape(height, width)


def resized():
    for (height, width), (to_height, to_width) in (((8, 8), (4, 4)), ((9, 13), (5, 4)), ((5, 7), (11, 9)), ((20, 3), (6, 6)), ((1, 1), (3, 2)), ((31, 17), (1, 1)), ((6, 6), (6, 9))):
        result = Image.fromarray(picture(height, width), "F").resize((to_width, to_height), Image.BILINEAR)
        values = torch.nn.functional.interpolate(torch.tensor(picture(height, width))[None, None], (to_height, to_width), mode="bilinear", antialias=True)
        assert numpy.abs(values[0, 0].numpy() - numpy.asarray(result)).max() < 1e-6
        yield {"from": [height, width], "to": [to_height, to_width], "values": numpy.asarray(result).reshape(-1).tolist()}


def mapped():
    """torchvision's affine: rotation, shear along x, scale, translation in pixels; the inverse matrix is given to affine_grid."""
    for height, width, turn, slant, scale, right, down in (
            (6, 6, 90, 0, 1, 0, 0), (7, 5, 0, 0, 1, 1.5, -0.25), (8, 8, 30, 0, 1, 0, 0), (8, 6, -17, 12, 1.3, 0.7, -1.2), (5, 9, 0, 0, 0.5, 0, 0), (9, 9, 200, -20, 0.8, 2, 1)):
        t, s = numpy.deg2rad(turn), numpy.deg2rad(slant)
        forward = scale * numpy.array([[numpy.cos(t), -numpy.sin(t)], [numpy.sin(t), numpy.cos(t)]]) @ numpy.array([[1, -numpy.tan(s)], [0, 1]])
        inverse = numpy.linalg.inv(forward)
        shift = -inverse @ numpy.array([right, down])
        theta = numpy.array([[inverse[0, 0], inverse[0, 1] * height / width, 2 * shift[0] / width], [inverse[1, 0] * width / height, inverse[1, 1], 2 * shift[1] / height]])
        grid = torch.nn.functional.affine_grid(torch.tensor(theta)[None], (1, 1, height, width), align_corners=False)
        image = torch.tensor(picture(height, width).astype(numpy.float64))[None, None]
        result = torch.nn.functional.grid_sample(image, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
        yield {"shape": [height, width], "turn": turn, "slant": slant, "scale": scale, "right": right, "down": down, "values": result.reshape(-1).tolist()}


if __name__ == "__main__":
    target = pathlib.Path(__file__).parents[1] / "NetGen.Runtime.Tests" / "Data" / "Images" / "reference.json"
    target.parent.mkdir(exist_ok=True)
    content = {"files": [*cases(), *written_by_pillow()], "resized": list(resized()), "mapped": list(mapped())}
    target.write_text(json.dumps(content, separators=(",", ":")).replace('{"name"', '\n{"name"').replace('{"from"', '\n{"from"').replace('{"shape"', '\n{"shape"') + "\n")
