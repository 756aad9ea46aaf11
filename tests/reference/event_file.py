"""The bytes of a small TensorBoard event file, put together from the formats alone: TFRecord framing with masked CRC-32C around protobuf's wire format.

    python3 tests/reference/event_file.py

Expected by NetGen.Logging.Tests, TensorBoardLogTests.A_small_file_is_these_bytes.
"""

import struct

WALL_TIME = 1772600767.25  # 2026-03-04T05:06:07.25Z


def crc32c(data):
    """RFC 3720, bit by bit."""
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked(length)) + data + struct.pack("<I", masked(data))


def varint(value):
    result = b""
    while value > 0x7F:
        result += bytes([value & 0x7F | 0x80])
        value >>= 7
    return result + bytes([value])


def field(number, wire_type, payload):
    return varint(number << 3 | wire_type) + payload


def text(number, payload):
    return field(number, 2, varint(len(payload)) + payload)


assert crc32c(b"123456789") == 0xE3069283
wall_time = field(1, 1, struct.pack("<d", WALL_TIME))
scalar = text(1, text(1, b"a/b") + field(2, 5, struct.pack("<f", 0.5)))
for event in [wall_time + text(3, b"brain.Event:2"), wall_time + field(2, 0, varint(300)) + text(5, scalar)]:
    print(record(event).hex().upper())
