"""First names for the demonstration, each used once; none is a word of the books."""

_NAMES = """
Abiodun Adela Agnes Akira Alejandra Amara Amir Anders Anika Anne-Marie Aoife
Aurelio Beatriz Bernadette Björn Bronwen Caleb Camila Carmen Chidi Chloë Clement
Concepción Cyrus Dalia Danilo D’Andre Deepa Delphine Dolores Eamon Edwina Eleni Emeka
Esperanza Esther Farida Felipe Fiona Florin Freya Gita Goran Gwendolyn Hamid Harriet
Hector Henrik Hiroshi Ibrahim Ilse Imani Inês Irina Isaac Ivana Jamal Jasper Joaquín
Johanna Kalinda Katya Keisha Khalid Lachlan Laszlo Leilani Lorenzo Lourdes Magnus Maeve
Malik Marguerite Mateo Mei-Ling Milena Minh Mireille Mohammed Nkechi Noor Olga Omar
Paloma Pavel Quentin Rafael Ranjit Rashida Rhiannon Roisin Rosalind Ruben Saskia Selma
Seamus Siobhan Solveig Stefan Sunita Svetlana Tadeusz Tamika Thabo Thuy Valentina Viktor
Wanda Xiomara Yasmin Yolanda Zainab Zdenka Zoë
"""

FIRST_NAMES = tuple(_NAMES.split())
INITIALS = "ABCDEFGHJKLMNOPRSTVWYZ"
