"""The warehouse's side: told to pack an order once it is paid."""


class WarehouseError(Exception):
    """The warehouse did not take the order."""


class Warehouse:
    """Stands for a call over the network; the real one raises WarehouseError when it is not taken in two seconds."""

    def release(self, order_id, lines):
        print(f"warehouse: pack order {order_id}: {lines}")
