"""paho's client, reading ahead."""

from __future__ import annotations

from typing import Any, Final

from paho.mqtt.client import Client
from paho.mqtt.enums import MQTTErrorCode

_AHEAD_BYTES: Final = 1 << 16


class ReadingAhead(Client):
    """A client that takes from its socket what is there, and every packet in it in one turn.

    paho asks for the head of a packet byte by byte and then waits for the next packet. Each is a
    system call for which the thread lets go of the interpreter, and has to wait to get it back:
    under load that takes longer than all that is done with the message. Should a version of paho
    read in another way, it does so without this.
    """

    def __init__(self, *how: Any, **more: Any) -> None:
        super().__init__(*how, **more)
        self._ahead = bytearray()

    def reconnect(self) -> MQTTErrorCode:
        """Connect again; what was read of the connection before is nothing to this one."""
        self._ahead.clear()
        return super().reconnect()

    def loop_read(self, max_packets: int = 1) -> MQTTErrorCode:
        """Take every packet that was read: the socket does not tell of them any more."""
        code = super().loop_read(max_packets)
        while code == MQTTErrorCode.MQTT_ERR_SUCCESS and self._ahead:
            code = self.loop_misc() or super().loop_read(max_packets)
        return code

    def _sock_recv(self, bufsize: int) -> bytes:
        if not self._ahead:
            self._ahead += super()._sock_recv(max(bufsize, _AHEAD_BYTES))
        data = bytes(self._ahead[:bufsize])
        del self._ahead[:bufsize]
        return data
