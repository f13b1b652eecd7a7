"""TLS towards the broker, for everybody who connects to it."""

from __future__ import annotations

import ssl

from reid_service.errors import SettingsError
from reid_service.settings import MqttSettings


def tls_context(settings: MqttSettings) -> ssl.SSLContext:
    """How to talk to the broker. Raises `SettingsError` for files that cannot be used."""
    try:
        context = ssl.create_default_context(cafile=settings.ca_file)
        if settings.cert_file is not None:
            context.load_cert_chain(settings.cert_file, settings.key_file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        msg = f"mqtt.ca_file, cert_file or key_file cannot be used: {reason}"
        raise SettingsError(msg) from None
    context.sslsocket_class = _Socket
    if settings.tls_insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


class _Socket(ssl.SSLSocket):
    """Closes when the handshake fails: the client would leave that to the garbage collector."""

    def do_handshake(self, block: bool = False) -> None:
        try:
            super().do_handshake(block)
        except OSError:
            self.close()
            raise
