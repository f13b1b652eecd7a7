/** Where the token is kept: for this tab, or on this device. */
const KEY = 'frigate-reid-token';

export class TokenKeeper {
  constructor(
    private readonly tab: Storage,
    private readonly device: Storage,
  ) {}

  get(): string | null {
    return this.tab.getItem(KEY) ?? this.device.getItem(KEY);
  }

  keep(token: string, onDevice: boolean): void {
    this.forget();
    (onDevice ? this.device : this.tab).setItem(KEY, token);
  }

  forget(): void {
    this.tab.removeItem(KEY);
    this.device.removeItem(KEY);
  }
}
