"""The page "latest orders" of the back office, with SQLAlchemy 1.4. It shows 50 orders, with customer and lines."""

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(BigInteger, primary_key=True)
    name = Column(String)


class Line(Base):
    __tablename__ = "order_lines"
    id = Column(BigInteger, primary_key=True)
    order_id = Column(BigInteger, ForeignKey("orders.id"))
    product = Column(String)
    quantity = Column(Integer)
    unit_cents = Column(Integer)


class Order(Base):
    __tablename__ = "orders"
    id = Column(BigInteger, primary_key=True)
    customer_id = Column(BigInteger, ForeignKey("customers.id"))
    status = Column(String)
    placed_at = Column(DateTime(timezone=True))
    customer = relationship(Customer)
    lines = relationship(Line, order_by=Line.id)


def latest(session, count=50):
    orders = session.query(Order).order_by(Order.id.desc()).limit(count)
    return [
        {
            "id": order.id,
            "customer": order.customer.name,
            "total_cents": sum(line.quantity * line.unit_cents for line in order.lines),
        }
        for order in orders
    ]
